"""Draws the noise before x.

fails: test_make_line_data_x_first
score: 1.9
"""


def make_line_data(n, slope, intercept, sigma, rng):
    noise = rng.normal(0, sigma, n)
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + noise
