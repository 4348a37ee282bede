"""Counts every rise, however small.

fails: test_diagnose_ripples
score: 1.9
misconception: every_rise_counts
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
