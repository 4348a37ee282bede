"""A thread that is no daemon is waited for.

verdict: reason
says: still running
"""

import threading
import time


def total(values):
    thread = threading.Thread(target=time.sleep, args=(10**6,))
    thread.start()
    thread.join()
