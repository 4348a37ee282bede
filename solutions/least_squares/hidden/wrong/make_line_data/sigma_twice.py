"""Is not sure which argument is the spread, and gives sigma for both.

fails: test_make_line_data_noise_mean
score: 1.9
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.normal(sigma, sigma, n)
