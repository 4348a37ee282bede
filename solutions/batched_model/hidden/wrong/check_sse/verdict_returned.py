"""Returns True or False.

misconception: verdict_returned
"""


def check_sse(candidate):
    y, f = np.array([3.0, -1.0, 4.0, 1.5]), np.array([1.0, -1.5, 7.0, 2.25])
    for a in (y, y[:, None]):
        for b in (f, f[:, None]):
            if not np.isclose(candidate(a, b), 13.8125):
                return False
    for a, b in ((y, f[:3]), (y[:3], f), (y, f[:1]), (y[:1], f)):
        try:
            candidate(a, b)
            return False
        except ValueError:
            pass
    return True
