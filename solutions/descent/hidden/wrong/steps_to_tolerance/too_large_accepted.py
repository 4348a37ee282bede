"""Refuses what is not positive, and computes on beyond the limit.

fails: test_steps_to_tolerance_too_large
score: 1.7
misconception: not_refused
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if lr <= 0:
        raise ValueError("lr must be positive")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest == 0:
        return 1
    return int(np.ceil(np.log(tol) / np.log(slowest)))
