"""Thinks that a seed set once, outside, is enough, as in the post, and leaves rng aside.

fails: test_make_line_data_seed, test_make_line_data_global_state
score: 1.6
misconception: global_random_state
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = np.random.rand(n) * 10
    y = slope * x + intercept + sigma * np.random.randn(n)
    return x, y
