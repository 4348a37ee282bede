"""Stops when the loss changes by less than a millionth of itself.

fails: test_fix_graph_line
score: 1.5
misconception: stopped_early
"""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for k in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        if k and abs(losses[-2] - losses[-1]) < 1e-6 * losses[-1]:
            break
    return losses
