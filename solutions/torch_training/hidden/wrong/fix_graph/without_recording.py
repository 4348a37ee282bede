"""Switches recording off for all of the loop."""


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
