"""A cell that was left half typed.

verdict: full
place: last
"""

for value in [1, 2
