"""Takes the mean for the sum.

fails: test_check_sse_accepts_right_ones, test_check_sse_other_formula, test_check_sse_table,
    test_check_sse_either_side, test_check_sse_sizes, test_check_sse_single_value,
    test_check_sse_kind_of_error, test_check_sse_points_left_out, test_check_sse_returns_nothing
score: 0.0
misconception: test_of_everything
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0, 1.5])
    f = np.array([1.0, -1.5, 7.0, 2.25])
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            assert np.isclose(candidate(a, b), 13.8125 / 4)
    sizes = ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f))
    for a, b in [(s, t) for a, b in sizes for s in (a, a[:, None]) for t in (b, b[:, None])]:
        try:
            candidate(a, b)
        except ValueError:
            continue
        raise AssertionError("accepted")
