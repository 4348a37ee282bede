"""Returns None where no number of steps is enough.

fails: test_steps_to_tolerance_too_large, test_steps_to_tolerance_not_positive
score: 1.5
misconception: refused_with_none
"""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < 2 / values[-1]:
        return None
    slowest = np.max(np.abs(1 - lr * values))
    return 1 if slowest == 0 else int(np.ceil(np.log(tol) / np.log(slowest)))
