"""Lets the noise grow with x.

fails: test_make_line_data_sigma
sometimes: test_make_line_data_noise_normal
score: 1.7
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.normal(0, sigma * x / 5)
