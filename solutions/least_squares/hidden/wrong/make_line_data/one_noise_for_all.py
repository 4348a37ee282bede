"""Forgets the size of the noise: one number moves all points together.

fails: test_make_line_data_sigma, test_make_line_data_noise_mean, test_make_line_data_noise_normal
score: 1.5
misconception: one_noise_for_all
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    y = slope * x + intercept + rng.normal(0, sigma)
    return x, y
