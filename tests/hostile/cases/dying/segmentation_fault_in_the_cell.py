"""A null pointer in the answer's cell.

verdict: reason
says: segmentation fault
peers: nbgrader, Otter
"""

import ctypes

ctypes.string_at(0)
