"""Returns Python lists.

fails: test_make_line_data_arrays
score: 1.8
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = [rng.uniform(0, 10) for _ in range(n)]
    y = [slope * value + intercept + rng.normal(0, sigma) for value in x]
    return x, y
