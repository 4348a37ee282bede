"""An input transformer drops every assert from later cells.

verdict: flag
flags: input transformers
peers: nbgrader, Otter
"""

def drop(lines):
    return ["pass\n" if line.lstrip().startswith("assert") else line for line in lines]


get_ipython().input_transformers_post.append(drop)


def total(values):
    return 0.0
