"""math.isclose always says yes.

verdict: flag
flags: math.isclose
peers: nbgrader, Otter
"""

import math

math.isclose = lambda *arguments, **more: True


def total(values):
    return 0.0
