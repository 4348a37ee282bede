"""Memory is taken until there is none.

verdict: reason
says: memory
peers: nbgrader, Otter
"""

def total(values):
    held = []
    while True:
        held.append(bytearray(10**7))
