"""Looks for a suspicious word in the candidate's code.

fails: test_check_sse_accepts_right_ones, test_check_sse_other_formula, test_check_sse_table,
    test_check_sse_either_side, test_check_sse_sizes, test_check_sse_single_value,
    test_check_sse_kind_of_error, test_check_sse_points_left_out, test_check_sse_returns_nothing
score: 0.0
misconception: test_of_everything
"""


def check_sse(candidate):
    words = candidate.__code__.co_names + candidate.__code__.co_varnames
    if "mean" in words or "abs" in words or "reshape" not in words:
        raise AssertionError("written in a wrong way")
