"""Only a thought.

fails: test_check_sse_accepts_right_ones, test_check_sse_other_formula, test_check_sse_table,
    test_check_sse_either_side, test_check_sse_sizes, test_check_sse_single_value,
    test_check_sse_kind_of_error, test_check_sse_points_left_out, test_check_sse_returns_nothing
score: 0.0
misconception: test_of_nothing
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0])
    result = candidate(y, y + 1)
    result == 3.0
