"""An input transformer turns every later cell into an empty one.

verdict: flag
flags: input transformers
"""

get_ipython().input_transformers_cleanup.insert(0, lambda lines: [])
get_ipython().input_transformer_manager.line_transforms.append(lambda lines: ["pass\n"])
