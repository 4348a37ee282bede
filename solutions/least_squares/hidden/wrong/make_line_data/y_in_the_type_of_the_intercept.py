"""Gives y the intercept's type: a whole number cuts off the noise.

fails: test_make_line_data_arrays
score: 1.8
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    y = np.full(n, intercept)
    y[:] = slope * x + intercept + rng.normal(0, sigma, n)
    return x, y
