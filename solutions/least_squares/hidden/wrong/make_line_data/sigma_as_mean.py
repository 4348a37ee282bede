"""Leaves out the mean, so sigma takes its place and the spread is 1.

fails: test_make_line_data_line, test_make_line_data_sigma, test_make_line_data_noise_mean
score: 1.3
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.normal(sigma, size=n)
