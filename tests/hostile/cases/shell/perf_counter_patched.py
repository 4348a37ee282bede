"""Clocks stand still.

verdict: flag
flags: time.perf_counter
peers: nbgrader, Otter
"""

import time

time.perf_counter = time.time = time.monotonic = time.process_time = lambda: 0.0


def total(values):
    time.sleep(0.01)
    return 0.0
