"""A right answer that prints as it goes.

verdict: full
"""

print("x" * 10**6)


def total(values):
    for value in values:
        print(value)
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
