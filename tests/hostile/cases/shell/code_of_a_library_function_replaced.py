"""The code inside scipy's function is replaced, not its name.

verdict: flag
flags: linregress
"""

def fake(x, y=None, alternative="two-sided", **more):
    return None


inner = stats.linregress
while hasattr(inner, "__wrapped__"):
    inner = inner.__wrapped__
inner.__code__ = fake.__code__


def total(values):
    return 0.0
