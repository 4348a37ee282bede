"""The shell is told to show every expression, as tutorials advise.

verdict: full
place: first
"""

from IPython.core.interactiveshell import InteractiveShell

InteractiveShell.ast_node_interactivity = "all"
1 + 1
2 + 2
