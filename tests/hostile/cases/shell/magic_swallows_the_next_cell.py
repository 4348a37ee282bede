"""A cell magic that does nothing, and a transformer that puts it on top of each later cell.

verdict: flag
flags: input transformers
"""

from IPython.core.magic import register_cell_magic


@register_cell_magic
def swallow(line, cell):
    return None


get_ipython().input_transformer_manager.cleanup_transforms.append(lambda lines: ["%%swallow\n", *lines])
