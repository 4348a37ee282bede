"""Looks at the type of the answer.

misconception: test_of_nothing
"""


def check_sse(candidate):
    result = candidate(np.array([1.0, 2.0, 4.0]), np.array([3.0, 5.0, -1.0]))
    assert isinstance(result, float)
