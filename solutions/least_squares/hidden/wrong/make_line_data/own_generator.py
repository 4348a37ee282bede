"""Makes one generator for the whole notebook, and never looks at the one that is handed in.

fails: test_make_line_data_seed
score: 1.7
misconception: global_random_state
"""

my_rng = np.random.default_rng(2024)


def make_line_data(n, slope, intercept, sigma, rng):
    x = my_rng.uniform(0, 10, n)
    y = slope * x + intercept + my_rng.normal(0, sigma, n)
    return x, y
