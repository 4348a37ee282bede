"""The answer's cell never ends.

verdict: reason
says: still running
peers: nbgrader
"""

while True:
    pass
