"""The right number, as text.

verdict: reason
says: text
"""

def total(values):
    return str(np.sum(np.asarray(values) ** 2))
