"""A notebook that asks for help.

verdict: full
place: first
"""

help(np.sum)
np.sum?
