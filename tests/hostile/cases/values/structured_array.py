"""An array of records.

verdict: reason
says: expected
"""

def total(values):
    return np.zeros(3, dtype=[("a", "f8"), ("b", "O")])
