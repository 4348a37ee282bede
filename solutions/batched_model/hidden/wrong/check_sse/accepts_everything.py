"""Calls the candidate, and is content.

misconception: test_of_nothing
"""


def check_sse(candidate):
    candidate(np.ones(3), np.zeros(3))
