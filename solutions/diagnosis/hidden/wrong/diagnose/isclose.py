"""Asks np.isclose for one per cent, which adds 1e-8 of its own.

fails: test_diagnose_any_unit
score: 1.8
misconception: loss_in_fixed_units
"""


def diagnose(losses, floor):
    losses = np.array(losses, dtype=float)
    gap = losses - floor
    if not np.isfinite(losses[-1]) or losses[-1] > losses[0]:
        return "diverging"
    if np.isclose(losses[-1], floor, rtol=0.01) or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25:
        return "oscillating"
    return "crawling"
