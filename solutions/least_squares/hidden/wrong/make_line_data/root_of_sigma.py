"""Takes sigma for the variance, and draws with its square root.

fails: test_make_line_data_sigma
score: 1.7
misconception: variance_for_sd
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    y = slope * x + intercept + np.sqrt(sigma) * rng.standard_normal(n)
    return x, y
