"""A timed cell.

verdict: full
place: first
"""

%%time
started = 1
