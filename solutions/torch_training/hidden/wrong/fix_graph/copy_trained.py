"""Takes the number out, and trains a copy, because the history hangs on the model."""


def fix_graph(model, x, y, lr, steps):
    import copy

    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
