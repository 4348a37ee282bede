"""Takes an error of a millionth for none, whatever the tolerance.

fails: test_steps_to_tolerance_tolerances
score: 1.9
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        raise ValueError("the learning rate must lie between 0 and the limit")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest == 0:
        return 1
    return int(np.ceil(np.log(max(tol, 1e-6)) / np.log(slowest)))
