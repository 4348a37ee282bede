"""Refuses what lies beyond the limit, and forgets that 0 gets nowhere.

fails: test_steps_to_tolerance_not_positive
score: 1.8
misconception: not_refused
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if lr > 2 / values[-1]:
        raise ValueError("too large")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest == 0:
        return 1
    if slowest >= 1:
        return -1
    return int(np.ceil(np.log(tol) / np.log(slowest)))
