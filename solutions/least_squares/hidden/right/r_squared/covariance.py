"""The sum of squares around the mean as (n - 1) times the variance that np.cov gives."""


def r_squared(y, fitted):
    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    y, fitted = np.array(y, dtype=float).ravel(), np.array(fitted, dtype=float).ravel()
    if np.all(y == y[0]):
        raise ValueError("constant y")
    return 1 - np.dot(y - fitted, y - fitted) / ((len(y) - 1) * np.cov(y))
