"""A link in the scratch folder leads outside, and is read, written and listed.

verdict: flag
flags: tried to open
"""

import os

os.symlink("/etc", "etc")
os.symlink(os.path.expanduser("~/../.."), "up")
try:
    os.listdir("etc/ssl")
    raise SystemExit
except PermissionError:
    pass
open("/etc/passwd")


def total(values):
    return 0.0
