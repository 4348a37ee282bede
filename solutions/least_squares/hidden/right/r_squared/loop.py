"""Loops over Python floats with exact sums."""


def r_squared(y, fitted):
    from math import fsum

    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    y, fitted = [float(v) for v in np.ravel(y)], [float(v) for v in np.ravel(fitted)]
    if len(set(y)) == 1:
        raise ValueError("constant y")
    mean = fsum(y) / len(y)
    return 1 - fsum((a - b) ** 2 for a, b in zip(y, fitted, strict=True)) / fsum((a - mean) ** 2 for a in y)
