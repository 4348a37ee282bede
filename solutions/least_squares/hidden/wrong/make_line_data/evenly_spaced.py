"""Lays x out evenly, as for a plot.

fails: test_make_line_data_uniform, test_make_line_data_two_calls
score: 1.5
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = np.linspace(0, 10, n, endpoint=False)
    return x, slope * x + intercept + rng.normal(0, sigma, n)
