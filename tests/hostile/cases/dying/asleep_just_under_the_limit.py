"""Every call takes nearly as long as it may, until the exercise's time is used up.

verdict: reason
says: used up
"""

import time


def total(values):
    time.sleep(1.2)
    return 0.0
