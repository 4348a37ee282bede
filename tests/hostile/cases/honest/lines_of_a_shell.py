"""The lines that a shell command prints are looked through.

verdict: full
"""

files = !ls
more = !!ls
names = [name for name in files if name.endswith(".csv")]


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
