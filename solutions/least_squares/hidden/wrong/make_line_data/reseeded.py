"""Thinks that repeatable means the same numbers at every call, and makes a new generator inside.

fails: test_make_line_data_seed, test_make_line_data_two_calls
score: 1.4
misconception: reseeded
"""


def make_line_data(n, slope, intercept, sigma, rng):
    rng = np.random.default_rng(1)
    x = rng.uniform(0, 10, n)
    y = slope * x + intercept + rng.normal(0, sigma, n)
    return x, y
