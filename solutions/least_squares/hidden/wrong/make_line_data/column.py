"""Returns columns, because torch will want columns later.

fails: test_make_line_data_arrays
score: 1.8
misconception: broadcast
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, size=(n, 1))
    y = slope * x + intercept + rng.normal(0, sigma, size=(n, 1))
    return x, y
