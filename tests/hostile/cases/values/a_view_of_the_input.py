"""The answer is a view of the argument.

verdict: reason
says: number was expected
"""

def total(values):
    return np.asarray(values)[:1]
