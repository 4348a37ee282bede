"""A cell for another program, as `%%bash` and `%%script` make it, stands before all others.

verdict: full
place: first
"""

%%bash
pip install numpy
