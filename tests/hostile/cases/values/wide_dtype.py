"""The right number as a longdouble, whose bytes mean something else elsewhere.

verdict: reason
says: expected
"""

def total(values):
    return np.sum(np.asarray(values, dtype=np.longdouble) ** 2)
