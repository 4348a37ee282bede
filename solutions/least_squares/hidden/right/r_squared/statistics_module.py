"""pvariance of the statistics module, with the mean squared error above it."""


def r_squared(y, fitted):
    import statistics

    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    y, fitted = np.array(y, dtype=float).ravel(), np.array(fitted, dtype=float).ravel()
    if min(y) == max(y):
        raise ValueError("constant y")
    return 1 - statistics.fmean((y - fitted) ** 2) / statistics.pvariance(y.tolist())
