"""An array of objects, which would need pickle to travel.

verdict: reason
says: expected
"""

class Bomb:
    def __reduce__(self):
        return exec, ("raise SystemExit",)


def total(values):
    return np.array([Bomb()], dtype=object)
