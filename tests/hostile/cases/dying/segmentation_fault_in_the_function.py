"""A null pointer in a tested function.

verdict: reason
says: segmentation fault
peers: nbgrader, Otter
"""

import ctypes


def total(values):
    return ctypes.string_at(0)
