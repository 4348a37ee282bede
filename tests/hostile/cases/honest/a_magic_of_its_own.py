"""A notebook that registers a magic.

verdict: full
place: first
"""

from IPython.core.magic import register_cell_magic, register_line_magic


@register_line_magic
def shout(line):
    return line.upper()


%shout hello
