"""A right answer that is a lambda.

verdict: full
"""

total = lambda values: float(np.sum(np.asarray(values) ** 2))
