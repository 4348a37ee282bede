"""One fraction: what is gained over what there was."""


def r_squared(y, fitted):
    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    y, fitted = np.array(y, dtype=float).ravel(), np.array(fitted, dtype=float).ravel()
    if np.all(y == y[0]):
        raise ValueError("constant y")
    around_mean = np.sum((y - y.mean()) ** 2)
    return (around_mean - np.sum((y - fitted) ** 2)) / around_mean
