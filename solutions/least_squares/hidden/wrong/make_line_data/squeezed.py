"""Draws columns and drops every dimension of length 1, so a single point is no array of one.

fails: test_make_line_data_arrays
score: 1.8
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, (n, 1)).squeeze()
    return x, slope * x + intercept + rng.normal(0, sigma, (n, 1)).squeeze()
