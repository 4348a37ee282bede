"""Rounds the losses to whole numbers, for a tidy list.

fails: test_fix_graph_losses, test_fix_graph_line, test_fix_graph_left_over,
    test_fix_graph_in_place, test_fix_graph_warnings
score: 0.0
misconception: rounded_losses
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(float(round(loss.item())))
        loss.backward()
        optimizer.step()
    return losses
