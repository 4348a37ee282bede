"""Rounds x to three digits after the point.

fails: test_make_line_data_uniform
score: 1.8
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = np.round(rng.uniform(0, 9.999, n), 3)
    return x, slope * x + intercept + rng.normal(0, sigma, n)
