"""Thinks that an error is a size, and cannot be negative.

fails: test_make_line_data_sigma, test_make_line_data_noise_mean, test_make_line_data_noise_normal
score: 1.5
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + np.abs(rng.normal(0, sigma, n))
