"""The right number in an array without dimensions.

verdict: reason
says: array of shape ()
"""

def total(values):
    return np.array(np.sum(np.asarray(values) ** 2))
