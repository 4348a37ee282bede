"""A loop over pairs of Python floats, summed without rounding."""


def sse(y, fitted):
    import math

    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    total = []
    for a, b in zip(np.ravel(y).tolist(), np.ravel(fitted).tolist(), strict=True):
        total.append((float(a) - float(b)) ** 2)
    return math.fsum(total)
