"""Takes the largest factor, and forgets that a negative one may be larger in size.

fails: test_steps_to_tolerance_near_the_limit
score: 1.6
misconception: larger_lr_is_faster
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    slowest = np.max(1 - lr * values)
    if slowest <= 0:
        return 1
    return int(np.ceil(np.log(tol) / np.log(slowest)))
