"""Draws a point at a time: its x, then its noise.

fails: test_make_line_data_x_first
score: 1.9
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x, y = np.empty(n), np.empty(n)
    for i in range(n):
        x[i] = rng.uniform(0, 10)
        y[i] = slope * x[i] + intercept + rng.normal(0, sigma)
    return x, y
