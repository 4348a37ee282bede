"""Names are deleted from numpy, torch and the builtins.

verdict: flag
flags: numpy.asarray
"""

import builtins

del np.asarray, torch.randn, builtins.range, builtins.float


def total(values):
    return 0
