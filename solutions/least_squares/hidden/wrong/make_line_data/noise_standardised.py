"""Gives each sample of the noise exactly mean 0 and spread sigma, which leaves a single point none.

fails: test_make_line_data_noise_mean
score: 1.9
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n); e = rng.normal(0, 1, n)
    e = (e - e.mean()) / e.std()
    return x, slope * x + intercept + sigma * e
