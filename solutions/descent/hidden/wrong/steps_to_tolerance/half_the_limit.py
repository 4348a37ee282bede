"""Refuses all that lies above 1 / eigenvalue.

fails: test_steps_to_tolerance_near_the_limit
score: 1.6
outcome: raised
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr <= 1 / values[-1]:
        raise ValueError("too large")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest == 0:
        return 1
    return int(np.ceil(np.log(tol) / np.log(slowest)))
