"""Exact fractions."""


def r_squared(y, fitted):
    from fractions import Fraction

    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    y, fitted = np.array(y, dtype=float).ravel(), np.array(fitted, dtype=float).ravel()
    if np.unique(y).size == 1:
        raise ValueError("constant y")
    y, fitted = [Fraction(v) for v in y.tolist()], [Fraction(v) for v in fitted.tolist()]
    mean = sum(y) / len(y)
    lost = sum((a - b) ** 2 for a, b in zip(y, fitted, strict=True))
    return float(1 - lost / sum((a - mean) ** 2 for a in y))
