"""An array of 800 MB that takes no memory until it is looked at.

verdict: reason
says: MiB
"""

def total(values):
    return np.broadcast_to(0.0, (10_000, 10_000))
