"""Takes differences in the type that comes in.

fails: test_diagnose_types
score: 1.9
misconception: wrapped_round
"""


def diagnose(losses, floor):
    losses = np.asarray(losses)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    middle = len(gap) // 2
    if np.mean(np.diff(losses[middle:]) > 0.01 * gap[middle:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
