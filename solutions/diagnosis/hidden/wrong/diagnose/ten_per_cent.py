"""Counts only rises by more than a tenth.

fails: test_diagnose_last_half, test_diagnose_oscillating
score: 1.7
"""


def diagnose(losses, floor):
    losses = np.asarray(losses, dtype=np.float64)
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    gap = losses - floor
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    half = gap[len(gap) // 2:]
    before, after = half[:-1], half[1:]
    raised = after - before > 0.1 * before
    if raised.mean() >= 0.25:
        return "oscillating"
    return "crawling"
