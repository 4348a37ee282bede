"""The dot product of the errors with themselves."""


def sse(y, fitted):
    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    errors = np.ravel(y).astype(np.float64) - np.ravel(fitted)
    return np.dot(errors, errors)
