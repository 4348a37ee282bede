"""A cell of experiments that ends Python.

verdict: full
place: first
peers: nbgrader, Otter
"""

import ctypes

ctypes.string_at(0)
