"""A cell that calls exit() and quit().

verdict: full
place: first
"""

exit()
quit()
