"""A right answer in plain Python.

verdict: full
"""

def total(values):
    return math_total(list(values))


def math_total(values):
    import math

    return math.fsum(value * value for value in values)
