"""A named tuple and a helper, with fsum."""

from collections import namedtuple
from math import fsum

Gradient = namedtuple("Gradient", "d_slope d_intercept")


def mean(values):
    values = list(values)
    return fsum(values) / len(values)


def mse_gradient(slope, intercept, x, y):
    pairs = [(float(a), float(b)) for a, b in zip(x, y, strict=True)]
    errors = [slope * a + intercept - b for a, b in pairs]
    return Gradient(2 * mean(e * a for e, (a, _) in zip(errors, pairs)), 2 * mean(errors))
