"""A logarithm to the base of the factor."""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    import math

    if not 0 < lr < 2 / values[-1]:
        raise ValueError(f"{lr} is outside (0, {2 / values[-1]})")
    slowest = float(np.abs(1 - lr * values).max())
    if slowest == 0.0:
        return 1
    return math.ceil(math.log(tol, slowest))
