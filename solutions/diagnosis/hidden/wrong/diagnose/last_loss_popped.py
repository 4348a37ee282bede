"""Takes the last loss off the list it is given.

fails: test_diagnose_argument_unchanged
score: 1.9
misconception: changed_arguments
"""


def diagnose(losses, floor):
    losses = losses.tolist() if isinstance(losses, np.ndarray) else losses
    first, last = losses[0], losses.pop()
    if not np.isfinite(last) or last > first:
        return "diverging"
    gap = np.array(losses + [last], dtype=float) - floor
    if gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        return "converged"
    late = gap[len(gap) // 2 :]
    return "oscillating" if np.mean(late[1:] > 1.01 * late[:-1]) >= 0.25 else "crawling"
