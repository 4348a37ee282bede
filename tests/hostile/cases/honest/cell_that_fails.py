"""A cell of experiments that fails.

verdict: full
place: first
"""

1 / 0
