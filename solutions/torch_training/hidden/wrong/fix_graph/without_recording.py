"""Switches recording off for all of the loop.

fails: test_fix_graph_losses, test_fix_graph_line, test_fix_graph_left_over,
    test_fix_graph_in_place, test_fix_graph_warnings
score: 0.0
misconception: history_gone
outcome: raised
"""


def fix_graph(model, x, y, lr, steps):
    torch.set_grad_enabled(False)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
