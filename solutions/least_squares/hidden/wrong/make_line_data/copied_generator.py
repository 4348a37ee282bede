"""Is afraid of changing an argument, and draws from a copy of rng.

fails: test_make_line_data_two_calls
score: 1.7
misconception: reseeded
"""


def make_line_data(n, slope, intercept, sigma, rng):
    import copy

    rng = copy.deepcopy(rng)
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.normal(0, sigma, n)
