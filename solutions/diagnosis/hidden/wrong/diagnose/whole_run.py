"""Counts the rises in the whole run.

fails: test_diagnose_last_half
score: 1.9
misconception: whole_run_judged
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
