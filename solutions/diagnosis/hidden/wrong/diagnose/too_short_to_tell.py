"""Calls every run of less than two dozen losses crawling: too short to tell.

fails: test_diagnose_oscillating
score: 1.8
misconception: swings_overlooked
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if len(losses) < 24:
        return "crawling"
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    half = gap[len(gap) // 2 :]
    if np.mean(half[1:] > 1.01 * half[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
