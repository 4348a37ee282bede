"""Returns a named tuple, and draws by a helper."""

from collections import namedtuple

Points = namedtuple("Points", "x y")


def line(x, slope, intercept):
    return slope * x + intercept


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, size=(n,))
    noise = rng.normal(0, sigma, size=(n,))
    return Points(x, line(x, slope, intercept) + noise)
