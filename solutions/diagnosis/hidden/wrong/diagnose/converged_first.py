"""Asks whether the run has converged before it asks whether it ends above its first loss.

fails: test_diagnose_diverging
score: 1.7
misconception: higher_than_it_began
"""


def diagnose(losses, floor):
    losses = np.asarray(losses, dtype=np.float64)
    gap = losses - floor
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    half = gap[len(gap) // 2:]
    before, after = half[:-1], half[1:]
    raised = after - before > 0.01 * before
    if raised.mean() >= 0.25:
        return "oscillating"
    return "crawling"
