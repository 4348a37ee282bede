"""Thinks that a standard deviation of sigma puts each point sigma above or below the line.

fails: test_make_line_data_noise_normal
sometimes: test_make_line_data_noise_mean
score: 1.9
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.choice([-sigma, sigma], n)
