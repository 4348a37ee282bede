"""A library aborts.

verdict: reason
says: abort
peers: nbgrader, Otter
"""

import os


def total(values):
    os.abort()
