"""Errors are no longer shown.

verdict: flag
flags: showtraceback
peers: nbgrader
"""

get_ipython().showtraceback = lambda *arguments, **more: None
get_ipython()._showtraceback = lambda *arguments, **more: None
raise RuntimeError("nobody will see this")
