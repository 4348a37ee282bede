"""A list that contains itself.

verdict: reason
says: nested too deep
"""

def total(values):
    knot = []
    knot.append(knot)
    return knot
