"""Wants 0 for no points, which nobody promised.

fails: test_check_sse_accepts_right_ones
score: 1.6
misconception: right_one_rejected
"""


def check_sse(candidate):
    y = np.array([3.0, -1.5, 8.25, 2.0, 40.0])
    f = np.array([5.5, 1.5, 8.75, -4.0, 37.0])
    want = 60.5
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            got = candidate(a, b)
            assert isinstance(got, (float, np.floating)), "should be a float"
            assert np.isclose(got, want, rtol=1e-9, atol=0), "wrong sum"
    assert candidate(np.array([]), np.array([])) == 0.0
    for a, b in ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f)):
        for a in (a, a.reshape(-1, 1)):
            for b in (b, b.reshape(-1, 1)):
                try:
                    candidate(a, b)
                except ValueError:
                    pass
                else:
                    raise AssertionError("no ValueError")
