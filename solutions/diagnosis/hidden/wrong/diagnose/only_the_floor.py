"""Leaves out the second clause: one per cent of the floor, and no other bound.

fails: test_diagnose_no_noise
score: 1.9
misconception: one_bound_for_all
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if gap[-1] <= 0.01 * floor:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
