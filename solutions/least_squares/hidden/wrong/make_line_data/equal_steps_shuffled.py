"""Shuffles x that lie in equal steps.

fails: test_make_line_data_uniform
score: 1.8
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.permutation(n) * 10 / n
    return x, slope * x + intercept + rng.normal(0, sigma, n)
