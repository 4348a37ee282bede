"""Raises, whatever comes.

misconception: test_of_everything
"""


def check_sse(candidate):
    raise AssertionError("wrong")
