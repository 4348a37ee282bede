"""Compares the last loss with the first, and does not think of NaN.

fails: test_diagnose_not_finite
score: 1.8
misconception: not_finite_slips_through
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
