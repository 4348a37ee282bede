"""A process of its own session is to outlive the submission.

verdict: flag
flags: started another process
peers: nbgrader, Otter
"""

import os

if os.fork() == 0:
    os.setsid()
    while True:
        pass


def total(values):
    return 0.0
