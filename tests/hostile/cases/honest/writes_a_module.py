"""A right answer with a helper that it imports from a module, which it writes first.

verdict: full
"""

get_ipython().run_cell_magic("writefile", "helper_mod.py", "def square(value):\n    return float(value) ** 2\n")

from helper_mod import square


def total(values):
    return float(sum(square(value) for value in values))
