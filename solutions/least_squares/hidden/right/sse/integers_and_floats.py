"""Sums with Python's sum and returns an int where the sum is whole."""


def sse(y, fitted):
    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    errors = [float(a) - float(b) for a, b in zip(np.ravel(y), np.ravel(fitted), strict=True)]
    total = sum(error**2 for error in errors)
    return int(total) if total == int(total) else total
