"""The process kills itself in the answer's cell.

verdict: reason
says: ended the Python process
peers: nbgrader, Otter
"""

import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
