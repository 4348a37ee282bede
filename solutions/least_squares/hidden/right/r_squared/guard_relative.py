"""A guard for constant y that is relative to its size, and shapes left to sse."""


def r_squared(y, fitted):
    error = sse(y, fitted)
    y = np.asarray(y, dtype=float).reshape(-1)
    if np.ptp(y) <= 1e-14 * np.max(np.abs(y)):
        raise ValueError("constant y")
    return 1 - error / sse(y, np.repeat(y.mean(), y.size))
