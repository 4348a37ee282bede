"""A cell is kept from running by the usual trick.

verdict: full
place: first
"""

%%script false --no-raise-error
raise SystemExit
