"""The answer imports what is not there.

verdict: reason
says: ModuleNotFoundError
"""

import tensorflow


def total(values):
    return 0.0
