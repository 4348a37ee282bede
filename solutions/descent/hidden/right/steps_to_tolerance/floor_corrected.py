"""Rounds down, and asks whether that is enough."""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    if not 0 < lr < max_learning_rate(x):
        raise ValueError("outside the stable range")
    slowest = np.max(np.abs(1 - lr * values))
    if slowest < 1e-12:
        return 1
    k = int(np.floor(np.log10(tol) / np.log10(slowest)))
    while slowest**k > tol:
        k += 1
    return k
