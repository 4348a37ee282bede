"""Uses Python's own random module, which shares one state too.

fails: test_make_line_data_seed, test_make_line_data_global_state
score: 1.6
misconception: global_random_state
"""


def make_line_data(n, slope, intercept, sigma, rng):
    import random

    x = np.array([random.uniform(0, 10) for _ in range(n)])
    y = slope * x + intercept + np.array([random.gauss(0, sigma) for _ in range(n)])
    return x, y
