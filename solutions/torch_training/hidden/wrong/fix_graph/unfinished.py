"""The stub, handed in as it was released.

fails: test_fix_graph_losses, test_fix_graph_line, test_fix_graph_left_over,
    test_fix_graph_in_place, test_fix_graph_warnings
score: 0.0
outcome: raised
"""


def fix_graph(model, x, y, lr, steps):
    raise NotImplementedError()
