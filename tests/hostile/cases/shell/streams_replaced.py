"""The class behind sys.stdout raises on each write.

verdict: flag
flags: _Stream
"""

import sys


def write(self, text):
    raise OSError("full")


type(sys.stdout).write = write


def total(values):
    return 0.0
