"""Returns early where there is nothing to do, and forgets the list.

fails: test_fix_graph_in_place
score: 1.7
misconception: nothing_returned
"""


def fix_graph(model, x, y, lr, steps):
    if steps == 0:
        return None
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
