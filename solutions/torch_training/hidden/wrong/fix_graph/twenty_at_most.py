"""Takes twenty steps at most, which were enough when it was tried.

fails: test_fix_graph_line
score: 1.5
misconception: stopped_early
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(min(steps, 20)):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
