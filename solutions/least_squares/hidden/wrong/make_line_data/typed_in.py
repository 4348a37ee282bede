"""Returns the points of the post, whatever is asked for.

fails: test_make_line_data_arrays, test_make_line_data_line, test_make_line_data_uniform,
    test_make_line_data_sigma, test_make_line_data_noise_mean, test_make_line_data_noise_normal,
    test_make_line_data_seed, test_make_line_data_two_calls, test_make_line_data_global_state,
    test_make_line_data_x_first
score: 0.0
misconception: reseeded
"""


def make_line_data(n, slope, intercept, sigma, rng):
    return x_post, y_post
