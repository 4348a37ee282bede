"""A call takes most of the memory and keeps it for good.

verdict: merit
"""

hoard = []


def total(values):
    if not hoard:
        hoard.append(bytearray(560 * 2**20))
    return 0.0
