"""Doubles until it is enough, then halves the interval."""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    slowest = np.abs(1 - lr * values).max()
    if not (lr > 0 and slowest < 1):
        raise ValueError(f"lr = {lr} does not converge")
    low, high = 0, 1
    while slowest**high > tol:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if slowest**middle <= tol else (middle, high)
    return high
