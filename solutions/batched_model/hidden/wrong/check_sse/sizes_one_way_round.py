"""Asks for an error where predictions are missing, and never where there are too many.

fails: test_check_sse_sizes, test_check_sse_single_value
score: 1.7
misconception: sizes_missed
"""


def check_sse(candidate):
    y, fitted = np.array([2.0, 5.0, 9.0, 4.0]), np.array([0.0, 8.0, 4.0, 4.5])
    for a in (y, y[:, None]):
        for b in (fitted, fitted[:, None]):
            assert np.isclose(candidate(a, b), 4 + 9 + 25 + 0.25)
    for n in (1, 2, 3):
        try:
            candidate(y, fitted[:n])
        except ValueError:
            pass
        else:
            assert False, "predictions are missing and nobody complained"
