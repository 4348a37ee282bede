"""Exact fractions, turned into floats at the end."""


def unscale(slope_z, intercept_z, mean, sd):
    from fractions import Fraction

    a, b, m, s = (Fraction(float(part)) for part in (slope_z, intercept_z, mean, sd))
    return [float(a / s), float(b - a * m / s)]
