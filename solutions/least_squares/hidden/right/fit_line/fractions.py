"""Exact fractions: the formula with plain sums is safe there."""


def fit_line(x, y):
    from fractions import Fraction

    x = [Fraction(float(value)) for value in x]
    y = [Fraction(float(value)) for value in y]
    if len(set(x)) < 2:
        raise ValueError("a line needs two different x")
    n = len(x)
    products = sum(a * b for a, b in zip(x, y, strict=True))
    slope = (n * products - sum(x) * sum(y)) / (n * sum(a * a for a in x) - sum(x) ** 2)
    return float(slope), float((sum(y) - slope * sum(x)) / n)
