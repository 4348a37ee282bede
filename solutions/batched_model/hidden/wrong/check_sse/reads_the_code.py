"""Looks for a suspicious word in the candidate's code.

misconception: test_of_everything
"""


def check_sse(candidate):
    words = candidate.__code__.co_names + candidate.__code__.co_varnames
    if "mean" in words or "abs" in words or "reshape" not in words:
        raise AssertionError("written in a wrong way")
