"""A right answer made with exec.

verdict: full
"""

exec("def squares(values):\n    return np.asarray(values) ** 2")
globals()["power"] = 2


def total(values):
    return float(squares(values).sum())
