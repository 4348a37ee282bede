"""Draws noise of the right size that is not normal.

fails: test_make_line_data_noise_normal
sometimes: test_make_line_data_sigma
score: 1.9
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.laplace(0, sigma / 2**0.5, n)
