"""Lets rng.normal centre each noise on the line."""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(high=10.0, size=n)
    return x, rng.normal(slope * x + intercept, sigma)
