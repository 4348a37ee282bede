"""Asks for NaN, and for a rise only among the finite losses.

fails: test_diagnose_x
score: 0.0
misconception: infinity_slips_through
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if np.isnan(losses[-1]) or (np.isfinite(losses[-1]) and losses[-1] > losses[0]):
        return "diverging"
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
