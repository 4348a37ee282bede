"""Only a thought.

misconception: test_of_nothing
"""


def check_sse(candidate):
    y = np.array([3.0, -1.0, 4.0])
    result = candidate(y, y + 1)
    result == 3.0
