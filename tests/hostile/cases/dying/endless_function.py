"""The function never returns.

verdict: reason
says: still running
peers: nbgrader, Otter
"""

def total(values):
    while True:
        pass
