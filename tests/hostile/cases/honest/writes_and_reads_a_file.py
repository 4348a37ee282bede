"""A right answer that keeps notes in a file.

verdict: full
"""

from pathlib import Path


def total(values):
    np.savetxt("values.txt", np.asarray(values, dtype=float), fmt="%.17g")
    np.save("values.npy", values)
    return float(np.sum(np.load("values.npy") ** 2))
