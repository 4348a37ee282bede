"""A notebook that uses the names of builtins for its own values.

verdict: full
place: first
"""

sum = 3
list = [1, 2]
max, min, id, input = 1, 0, 7, "x"
