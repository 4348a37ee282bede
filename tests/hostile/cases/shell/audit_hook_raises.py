"""An audit hook, which cannot be removed, raises at each import and file.

verdict: flag
flags: audit hook
"""

import sys


def refuse(event, arguments):
    raise RuntimeError(event)


sys.addaudithook(refuse)


def total(values):
    return 0.0
