"""Looks for swings in the last twenty losses, however long the run.

fails: test_diagnose_last_half
score: 1.9
misconception: whole_run_judged
"""


def diagnose(losses, floor):
    losses = np.asarray(losses, dtype=np.float64)
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    gap = losses - floor
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    half = gap[-20:]
    before, after = half[:-1], half[1:]
    raised = after - before > 0.01 * before
    if raised.mean() >= 0.25:
        return "oscillating"
    return "crawling"
