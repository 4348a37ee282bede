"""Exact fractions, rounded once at the end."""


def sse(y, fitted):
    from fractions import Fraction

    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    pairs = zip(np.ravel(y).tolist(), np.ravel(fitted).tolist(), strict=True)
    return float(sum((Fraction(a) - Fraction(b)) ** 2 for a, b in pairs))
