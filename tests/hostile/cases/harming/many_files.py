"""A hundred thousand empty files are made.

verdict: reason
says: files
peers: nbgrader, Otter
"""

import os

for number in range(100_000):
    os.makedirs(f"a/{number % 100}", exist_ok=True)
    open(f"a/{number % 100}/{number}", "wb").close()
