"""Types in slope 5 and intercept 10.

fails: test_make_line_data_line, test_make_line_data_noise_mean
score: 1.6
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, 5 * x + 10 + rng.normal(0, sigma, n)
