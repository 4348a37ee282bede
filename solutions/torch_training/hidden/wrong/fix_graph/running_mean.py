"""Keeps a running mean of the losses, which is smoother.

fails: test_fix_graph_losses, test_fix_graph_line, test_fix_graph_left_over,
    test_fix_graph_in_place, test_fix_graph_warnings
score: 0.0
misconception: rounded_losses
"""


def fix_graph(model, x, y, lr, steps):
    total = 0.0
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        total += loss.item()
        losses.append(total / (len(losses) + 1))
        loss.backward()
        optimizer.step()
    return losses
