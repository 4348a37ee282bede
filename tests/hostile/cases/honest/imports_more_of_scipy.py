"""A right answer that imports what was not imported yet.

verdict: full
"""

import scipy.integrate
import scipy.interpolate
import scipy.signal
from scipy import ndimage
from scipy.optimize import curve_fit, minimize
from scipy.stats import bootstrap, t


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
