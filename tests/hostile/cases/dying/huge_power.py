"""An integer of a thousand million digits.

verdict: reason
says: still running
"""

def total(values):
    return len(str(10 ** 10**9))
