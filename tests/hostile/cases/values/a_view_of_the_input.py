"""The answer is a view of the argument.

verdict: reason
says: returned an array of shape
"""

def total(values):
    return np.asarray(values)[:1]
