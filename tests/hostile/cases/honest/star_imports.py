"""from numpy and math import everything.

verdict: full
"""

from math import *
from numpy import *


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
