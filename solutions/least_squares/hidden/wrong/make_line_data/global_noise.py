"""Draws x from rng and the noise from NumPy's shared state.

fails: test_make_line_data_seed, test_make_line_data_global_state
score: 1.6
misconception: global_random_state
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    y = slope * x + intercept + np.random.normal(0, sigma, n)
    return x, y
