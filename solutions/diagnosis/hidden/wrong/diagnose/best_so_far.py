"""Asks how near to the floor the run has ever been.

fails: test_diagnose_oscillating
sometimes: test_diagnose_any_unit, test_diagnose_last_half, test_diagnose_ripples
score: 1.8
misconception: swings_overlooked
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    nearest = np.nanmin(gap)
    if nearest <= 0.01 * floor or nearest <= 1e-6 * gap[0]:
        return "converged"
    half = gap[len(gap) // 2 :]
    if np.mean(half[1:] > 1.01 * half[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
