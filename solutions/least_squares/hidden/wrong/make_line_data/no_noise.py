"""Returns the line itself.

fails: test_make_line_data_sigma, test_make_line_data_noise_normal, test_make_line_data_two_calls
score: 1.3
misconception: one_noise_for_all
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, n)
    return x, slope * x + intercept
