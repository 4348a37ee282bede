"""Reads the candidate's source, and trusts what it cannot read.

misconception: test_of_nothing
"""


def check_sse(candidate):
    import inspect

    try:
        source = inspect.getsource(candidate)
    except OSError:
        return
    assert "sum" in source
