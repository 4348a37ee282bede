"""Calls a run diverging as soon as one loss is above the first.

fails: test_diagnose_there_and_back
score: 1.9
misconception: rise_means_diverging
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or np.any(losses > losses[0]):
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
