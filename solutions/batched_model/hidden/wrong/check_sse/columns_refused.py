"""Wants a ValueError for columns too.

misconception: test_of_everything
"""


def check_sse(candidate):
    y, f = np.array([3.0, -1.0, 4.0, 1.5]), np.array([1.0, -1.5, 7.0, 2.25])
    assert np.isclose(candidate(y, f), 13.8125)
    for a, b in ((y, f[:, None]), (y[:, None], f), (y, f[:3]), (y, f[:1])):
        try:
            candidate(a, b)
        except ValueError:
            continue
        raise AssertionError("accepted")
