"""Takes the logarithm of every factor, also of 0.

fails: test_steps_to_tolerance_one_step
score: 1.9
misconception: log_of_zero
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    slowest = np.max(np.abs(1 - lr * values))
    with np.errstate(divide="ignore"):
        return int(np.ceil(np.log(tol) / np.log(slowest)))
