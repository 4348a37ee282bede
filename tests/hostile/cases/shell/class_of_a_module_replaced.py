"""The class of the numpy module is exchanged, so that each name in it is looked up by the author's code.

verdict: flag
flags: __class__
"""

import types


class Other(types.ModuleType):
    def __getattribute__(self, name):
        if name in ("asarray", "sum"):
            return lambda *arguments, **more: 0.0
        return super().__getattribute__(name)


np.__class__ = Other


def total(values):
    return np.sum(values)
