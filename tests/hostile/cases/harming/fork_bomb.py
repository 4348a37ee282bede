"""Processes are started for as long as that works.

verdict: flag
flags: started another process
peers: nbgrader, Otter
"""

import os

while True:
    os.fork()
