"""The square of the length of the vector of errors."""


def sse(y, fitted):
    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    errors = np.array(y, dtype=np.float64).flatten() - np.array(fitted, dtype=np.float64).flatten()
    return np.linalg.norm(errors) ** 2
