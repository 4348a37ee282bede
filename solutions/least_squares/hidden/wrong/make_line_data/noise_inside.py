"""Adds the noise to x before the line is applied.

fails: test_make_line_data_sigma
score: 1.7
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * (x + rng.normal(0, sigma, n)) + intercept
