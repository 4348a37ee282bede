"""Also lists, rows and tables, of which nothing was promised.

fails: test_check_sse_accepts_right_ones
score: 1.6
misconception: right_one_rejected
"""


def check_sse(candidate):
    y, f = [1.0, 5.0, 2.0, 9.0], [4.0, 4.5, 0.0, 9.25]
    wanted = 9 + 0.25 + 4 + 0.0625
    assert np.isclose(candidate(np.array(y), np.array(f)), wanted)
    assert np.isclose(candidate(y, f), wanted)
    assert np.isclose(candidate(np.array(y), np.array(f)[:, None]), wanted)
    assert np.isclose(candidate(np.array(y)[:, None], np.array(f)), wanted)
    assert np.isclose(candidate(np.array(y)[:, None], np.array(f)[:, None]), wanted)
    for a, b in (
        (y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f), (np.array([y]), np.array([f])),
        (np.ones((4, 4)), np.ones((4, 4))),
    ):
        try:
            candidate(np.array(a), np.array(b))
        except ValueError:
            pass
        else:
            raise ValueError("not refused")
