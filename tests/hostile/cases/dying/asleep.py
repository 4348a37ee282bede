"""The function waits for something that never comes.

verdict: reason
says: still running
"""

import threading


def total(values):
    threading.Event().wait()
