"""A breakpoint was left in the function.

verdict: merit
peers: nbgrader, Otter
"""

def total(values):
    breakpoint()
    return 0.0
