"""Tries vectors of equal length, nothing else.

misconception: tables_missed
"""


def check_sse(candidate):
    y, f = np.array([3.0, -1.0, 4.0, 1.5]), np.array([1.0, -1.5, 7.0, 2.25])
    assert np.isclose(candidate(y, f), 13.8125)
