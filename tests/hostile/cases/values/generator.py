"""The answer is a generator that would run in whoever looks at it.

verdict: reason
says: generator
"""

def total(values):
    yield float(np.sum(values**2))
