"""A handler for all exceptions swallows them.

verdict: flag
flags: custom exceptions
peers: nbgrader
"""

get_ipython().set_custom_exc((BaseException,), lambda *arguments, **more: None)


def total(values):
    raise ValueError
