"""The process kills itself in a tested function.

verdict: reason
says: ended the Python process
peers: nbgrader, Otter
"""

import os
import signal


def total(values):
    os.kill(os.getpid(), signal.SIGKILL)
