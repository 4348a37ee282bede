"""A right answer that logs.

verdict: full
"""

import logging

logging.basicConfig(level=logging.DEBUG)


def total(values):
    logging.getLogger(__name__).error("computing")
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
