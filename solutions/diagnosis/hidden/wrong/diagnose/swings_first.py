"""Asks for swings before it asks whether the run has arrived.

fails: test_diagnose_jitter
score: 1.9
misconception: jitter_means_oscillating
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    return "crawling"
