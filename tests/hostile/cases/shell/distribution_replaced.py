"""A method of scipy's ready-made normal distribution is replaced.

verdict: flag
flags: scipy.stats.norm
"""

stats.norm.cdf = stats.norm.ppf = lambda *arguments, **more: 0.5
stats.linregress = lambda *arguments: None


def total(values):
    return 0.0
