"""os._exit(0) in a tested function.

verdict: reason
says: ended the Python process
peers: nbgrader, Otter
"""

import os


def total(values):
    os._exit(0)
