"""An object whose __del__ raises and exits.

verdict: reason
says: expected
"""

class Late:
    def __del__(self):
        raise SystemExit


def total(values):
    return Late()
