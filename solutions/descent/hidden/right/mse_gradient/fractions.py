"""Exact fractions, rounded once at the end."""


def mse_gradient(slope, intercept, x, y):
    from fractions import Fraction

    x = [Fraction(float(v)) for v in x]
    y = [Fraction(float(v)) for v in y]
    a, b = Fraction(float(slope)), Fraction(float(intercept))
    r = [v - a * u - b for u, v in zip(x, y)]
    return float(-2 * sum(u * e for u, e in zip(x, r)) / len(x)), float(-2 * sum(r) / len(r))
