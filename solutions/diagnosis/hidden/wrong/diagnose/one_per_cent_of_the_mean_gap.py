"""Measures rises against the mean gap of the last half.

fails: test_diagnose_oscillating
score: 1.8
misconception: swings_overlooked
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    half = gap[len(gap) // 2 :]
    if np.mean(np.diff(half) > 0.01 * half.mean()) >= 0.25:
        return "oscillating"
    return "crawling"
