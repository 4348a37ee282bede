"""Returns the sum for the reader to judge.

misconception: verdict_returned
"""


def check_sse(candidate):
    return candidate(np.array([3.0, -1.0, 4.0]), np.array([1.0, -1.5, 7.0]))
