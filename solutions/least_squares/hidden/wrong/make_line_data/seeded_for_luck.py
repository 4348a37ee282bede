"""Sets the shared seed to be on the safe side, although every number comes from rng.

fails: test_make_line_data_global_state
score: 1.9
misconception: global_random_state
"""


def make_line_data(n, slope, intercept, sigma, rng):
    np.random.seed(1)
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept + rng.normal(0, sigma, n)
