"""None: the return is missing.

verdict: reason
says: return
"""

def total(values):
    np.sum(np.asarray(values) ** 2)
