"""The builtin __import__ hands out empty modules.

verdict: flag
flags: builtins.__import__
"""

import builtins
import types

builtins.__import__ = lambda name, *arguments, **more: types.ModuleType(name)


def total(values):
    return 0.0
