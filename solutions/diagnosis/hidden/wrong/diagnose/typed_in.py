"""Says what the post's run does.

fails: test_diagnose_flat_is_not_converged, test_diagnose_any_unit, test_diagnose_diverging,
    test_diagnose_not_finite, test_diagnose_there_and_back, test_diagnose_oscillating,
    test_diagnose_last_half, test_diagnose_ripples, test_diagnose_no_noise, test_diagnose_jitter,
    test_diagnose_types, test_diagnose_argument_unchanged
score: 0.0
"""


def diagnose(losses, floor):
    return "crawling"
