"""A right answer that seeds every generator first.

verdict: full
"""

import random


def total(values):
    random.seed(0)
    np.random.seed(0)
    torch.manual_seed(0)
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
