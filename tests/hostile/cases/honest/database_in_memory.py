"""A table is made in memory.

verdict: full
"""

import sqlite3

with sqlite3.connect(":memory:") as database:
    database.execute("create table points (x, y)")


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
