"""The answer computes itself when somebody asks for its value.

verdict: reason
says: one number
"""

class Later:
    def __init__(self, values):
        self.values = values

    def __float__(self):
        return float(np.sum(self.values**2))

    __array__ = __index__ = __float__


def total(values):
    return Later(values)
