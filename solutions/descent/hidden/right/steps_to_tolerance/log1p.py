"""Rates by log1p, which keeps digits where lr is tiny."""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, dtype=float)
    values = np.linalg.eigvalsh(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]))
    z = lr * values
    if np.any(z <= 0) or np.any(z >= 2):
        raise ValueError("lr must lie between 0 and the limit")
    with np.errstate(divide="ignore"):
        rates = -np.log1p(-np.minimum(z, 2 - z))
    return max(1, int(np.ceil(-np.log(tol) / rates.min())))
