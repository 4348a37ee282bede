"""Tries vectors of equal length, nothing else.

fails: test_check_sse_table, test_check_sse_either_side, test_check_sse_sizes, test_check_sse_single_value,
    test_check_sse_kind_of_error
score: 1.0
misconception: tables_missed
"""


def check_sse(candidate):
    y, f = np.array([3.0, -1.0, 4.0, 1.5]), np.array([1.0, -1.5, 7.0, 2.25])
    assert np.isclose(candidate(y, f), 13.8125)
