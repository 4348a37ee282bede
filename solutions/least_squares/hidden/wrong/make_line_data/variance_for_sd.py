"""Takes the second argument of rng.normal for the variance.

fails: test_make_line_data_sigma
score: 1.7
misconception: variance_for_sd
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    y = slope * x + intercept + rng.normal(0, sigma**2, n)
    return x, y
