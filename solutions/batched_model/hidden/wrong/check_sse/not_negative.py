"""Asks that it be positive.

fails: test_check_sse_other_formula, test_check_sse_table, test_check_sse_either_side, test_check_sse_sizes,
    test_check_sse_single_value, test_check_sse_kind_of_error, test_check_sse_points_left_out,
    test_check_sse_returns_nothing
score: 0.4
"""


def check_sse(candidate):
    rng = np.random.default_rng(0)
    assert candidate(rng.normal(size=5), rng.normal(size=5)) > 0
