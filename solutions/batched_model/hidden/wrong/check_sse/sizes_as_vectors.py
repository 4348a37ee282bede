"""Asks for four shapes, and tries different sizes with vectors alone.

fails: test_check_sse_single_value
score: 1.9
misconception: columns_of_other_sizes_missed
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0, 1.5])
    f = np.array([1.0, -1.5, 7.0, 2.25])
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            assert np.isclose(candidate(a, b), 13.8125)
    for a, b in ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f)):
        try:
            candidate(a, b)
        except ValueError:
            continue
        raise AssertionError("accepted")
