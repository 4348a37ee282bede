"""A complex number with the right real part.

verdict: reason
says: complex
"""

def total(values):
    return complex(np.sum(np.asarray(values) ** 2))
