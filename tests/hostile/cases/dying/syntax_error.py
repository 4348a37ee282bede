"""The answer is not Python.

verdict: reason
says: SyntaxError
"""

def total(values:
    return 0.0
