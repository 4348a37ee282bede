"""A captured cell.

verdict: full
place: first
"""

%%capture output
print("hidden")
