"""Saves memory, or thinks of torch, and returns float32.

fails: test_make_line_data_arrays, test_make_line_data_line
score: 1.5
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    y = slope * x + intercept + rng.normal(0, sigma, n)
    return x.astype(np.float32), y.astype(np.float32)
