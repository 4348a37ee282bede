"""A right answer that treats floating point warnings as errors in a block.

verdict: full
"""

def total(values):
    with np.errstate(all="raise"):
        return float(np.sum(np.asarray(values, dtype=float) ** 2))
