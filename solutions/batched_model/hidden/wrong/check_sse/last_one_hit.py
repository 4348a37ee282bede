"""The last point is hit exactly.

fails: test_check_sse_points_left_out
score: 1.9
misconception: error_of_zero
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0, 1.5])
    f = np.array([1.0, -1.5, 7.0, 1.5])
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            assert np.isclose(candidate(a, b), 13.25)
    sizes = ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f))
    for a, b in [(s, t) for a, b in sizes for s in (a, a[:, None]) for t in (b, b[:, None])]:
        try:
            candidate(a, b)
        except ValueError:
            continue
        raise AssertionError("accepted")
