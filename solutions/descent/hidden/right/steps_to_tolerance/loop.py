"""Counts while something is left."""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if lr <= 0 or lr >= 2 / values.max():
        raise ValueError("this learning rate never gets there")
    slowest = max(abs(1 - lr * v) for v in values)
    k, left = 0, 1.0
    while left > tol:
        left *= slowest
        k += 1
    return k
