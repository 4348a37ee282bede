"""Computes with 60 decimal digits."""


def fit_line(x, y):
    from decimal import Decimal, getcontext
    getcontext().prec = 60
    X = [Decimal(float(v)) for v in x]; Y = [Decimal(float(v)) for v in y]
    if len(set(X)) < 2: raise ValueError("two different x are needed")
    n = len(X); mx, my = sum(X) / n, sum(Y) / n
    b = sum((p - mx) * (q - my) for p, q in zip(X, Y)) / sum((p - mx) ** 2 for p in X)
    return float(b), float(my - b * mx)
