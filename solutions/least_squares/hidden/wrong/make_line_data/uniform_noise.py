"""Draws noise evenly between -sigma and sigma.

fails: test_make_line_data_sigma, test_make_line_data_noise_normal
score: 1.6
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.uniform(-sigma, sigma, n)
