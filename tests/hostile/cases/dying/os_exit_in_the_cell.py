"""os._exit(0) in the answer's cell.

verdict: reason
says: ended the Python process
peers: nbgrader, Otter
"""

import os

os._exit(0)
