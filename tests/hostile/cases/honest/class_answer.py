"""A right answer that is an object with __call__.

verdict: full
"""

class Total:
    """Adds up squares."""

    def __call__(self, values):
        return float(np.sum(np.asarray(values) ** 2))


total = Total()
