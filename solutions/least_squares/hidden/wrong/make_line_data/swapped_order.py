"""Multiplies by the intercept and adds the slope.

fails: test_make_line_data_line
score: 1.7
misconception: swapped_order
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, intercept * x + slope + rng.normal(0, sigma, n)
