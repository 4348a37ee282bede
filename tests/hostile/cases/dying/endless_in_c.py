"""The time goes by inside one call of compiled code.

verdict: reason
says: still running
peers: nbgrader, Otter
"""

def total(values):
    return sum(iter(int, 1))
