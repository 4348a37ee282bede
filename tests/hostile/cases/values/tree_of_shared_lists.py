"""A small list of lists that unfolds into a thousand million items.

verdict: reason
says: stopped
"""

def total(values):
    tree = [0.0] * 1000
    for _ in range(3):
        tree = [tree] * 1000
    return tree
