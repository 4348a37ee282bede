"""Subtracts the floor in place.

fails: test_diagnose_argument_unchanged
score: 1.9
misconception: changed_arguments
"""


def diagnose(losses, floor):
    losses = np.asarray(losses, dtype=float)
    losses -= floor
    gap = losses
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
