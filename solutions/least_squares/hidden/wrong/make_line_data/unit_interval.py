"""Forgets that rng.random stops at 1.

fails: test_make_line_data_uniform
score: 1.8
misconception: unit_interval
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.random(n)
    return x, slope * x + intercept + rng.normal(0, sigma, n)
