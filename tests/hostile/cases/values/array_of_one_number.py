"""The right number in an array of shape (1,).

verdict: reason
says: array of shape (1,)
"""

def total(values):
    return np.array([np.sum(np.asarray(values) ** 2)])
