"""A notebook that shows tables, Markdown and mathematics.

verdict: full
place: last
"""

from IPython.display import HTML, Latex, Markdown, display

display(HTML("<table><tr><td>1</td></tr></table>"), Markdown("**bold**"), Latex("$x^2$"))
total([3.0, 4.0])
