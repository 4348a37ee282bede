"""Leaves out the first clause: a millionth of the first gap, whatever the floor.

fails: test_diagnose_flat_is_not_converged, test_diagnose_any_unit, test_diagnose_diverging,
    test_diagnose_not_finite, test_diagnose_types, test_diagnose_argument_unchanged
score: 0.7
misconception: clause_left_out
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
