"""The function prints for ever.

verdict: reason
says: still running
peers: nbgrader, Otter
"""

def total(values):
    while True:
        print("x" * 1000)
