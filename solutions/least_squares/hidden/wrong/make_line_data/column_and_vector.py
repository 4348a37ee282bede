"""Returns x as a column and draws the noise as a vector: y becomes a table.

fails: test_make_line_data_arrays, test_make_line_data_line, test_make_line_data_uniform,
    test_make_line_data_sigma, test_make_line_data_noise_mean, test_make_line_data_noise_normal,
    test_make_line_data_seed, test_make_line_data_two_calls, test_make_line_data_global_state,
    test_make_line_data_x_first
score: 0.0
misconception: broadcast
"""


def make_line_data(n, slope, intercept, sigma, rng):
    x = rng.uniform(0, 10, size=n).reshape(-1, 1)
    y = slope * x + intercept + rng.normal(0, sigma, size=n)
    return x, y
