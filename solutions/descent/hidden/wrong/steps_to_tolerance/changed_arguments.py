"""Squares x in place.

fails: test_steps_to_tolerance_argument_unchanged
score: 1.9
misconception: changed_arguments
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    mean = np.mean(x)
    x *= x
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x), mean], [mean, 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest == 0:
        return 1
    return int(np.ceil(np.log(tol) / np.log(slowest)))
