"""Calls a run converged when its loss changes by less than one per cent a step.

fails: test_diagnose_flat_is_not_converged, test_diagnose_any_unit, test_diagnose_oscillating,
    test_diagnose_last_half, test_diagnose_ripples, test_diagnose_no_noise, test_diagnose_jitter,
    test_diagnose_types, test_diagnose_argument_unchanged
score: 0.6
misconception: flat_loss_means_converged
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if abs(losses[-1] - losses[-2]) < 0.01 * losses[-2]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
