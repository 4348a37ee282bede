"""Draws x from a normal distribution around 5.

fails: test_make_line_data_uniform
score: 1.8
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.normal(5, 2.9, n)
    return x, slope * x + intercept + rng.normal(0, sigma, n)
