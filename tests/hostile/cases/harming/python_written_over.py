"""The bytes of Python's own objects are overwritten.

verdict: reason
says: ended the Python process
"""

import ctypes

ctypes.memset(id(type(None)), 0xFF, 400)
ctypes.memset(id(int), 0xFF, 400)


def total(values):
    return 0.0
