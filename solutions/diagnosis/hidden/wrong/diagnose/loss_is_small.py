"""Calls a run converged when its loss is below a tenth.

fails: test_diagnose_flat_is_not_converged, test_diagnose_any_unit, test_diagnose_diverging,
    test_diagnose_not_finite, test_diagnose_there_and_back, test_diagnose_no_noise,
    test_diagnose_jitter, test_diagnose_types, test_diagnose_argument_unchanged
score: 0.4
misconception: loss_in_fixed_units
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if losses[-1] < 0.1:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
