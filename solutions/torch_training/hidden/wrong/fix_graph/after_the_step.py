"""Takes the number out, after the step and from the new line.

fails: test_fix_graph_losses, test_fix_graph_line, test_fix_graph_left_over,
    test_fix_graph_in_place, test_fix_graph_warnings
score: 0.0
misconception: loss_after_step
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        loss.backward()
        optimizer.step()
        losses.append(torch.mean((model(x) - y) ** 2).item())
    return losses
