"""A lock is taken twice.

verdict: reason
says: still running
"""

import threading

lock = threading.Lock()


def total(values):
    with lock, lock:
        return 0.0
