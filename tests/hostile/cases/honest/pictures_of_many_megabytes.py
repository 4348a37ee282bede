"""A right answer in a cell that shows more than a reply may hold.

verdict: full
"""

from IPython.display import HTML, display

for _ in range(40):
    display(HTML("<b>" + "x" * 10**6 + "</b>"))


def total(values):
    return float(np.sum(np.asarray(values) ** 2))
