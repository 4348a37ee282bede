"""The garbage collector calls back into a function that raises, and frozen objects never go.

verdict: merit
"""

import gc


def shout(phase, info):
    raise RuntimeError(phase)


gc.callbacks.append(shout)
gc.freeze()


def total(values):
    return 0.0
