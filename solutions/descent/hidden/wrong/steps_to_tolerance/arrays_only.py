"""Relies on arrays: a list cannot be squared.

fails: test_steps_to_tolerance_lists
score: 1.9
outcome: raised
"""


def steps_to_tolerance(x, lr, tol):
    x_ = x.astype(float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x_**2), np.mean(x_)], [np.mean(x_), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest == 0:
        return 1
    return int(np.ceil(np.log(tol) / np.log(slowest)))
