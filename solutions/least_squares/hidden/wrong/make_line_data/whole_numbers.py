"""Draws whole numbers from 0 to 9.

fails: test_make_line_data_arrays, test_make_line_data_uniform
score: 1.6
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.integers(0, 10, n)
    return x, slope * x + intercept + rng.normal(0, sigma, n)
