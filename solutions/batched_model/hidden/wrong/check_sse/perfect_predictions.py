"""Asks for 0 where predictions are perfect.

misconception: test_of_nothing
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0])
    assert candidate(y, y) == 0
