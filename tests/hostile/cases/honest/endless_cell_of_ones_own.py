"""A cell of experiments that never ends.

verdict: full
place: last
peers: nbgrader
"""

while True:
    pass
