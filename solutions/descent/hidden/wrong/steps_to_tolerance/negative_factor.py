"""Takes the logarithm of the factor, not of its size.

fails: test_steps_to_tolerance_near_the_limit
score: 1.6
misconception: larger_lr_is_faster
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    with np.errstate(invalid="ignore", divide="ignore"):
        needed = np.log(tol) / np.log(1 - lr * values)
    return max(1, int(np.ceil(np.nanmax(needed))))
