"""Rounds the losses, for a tidy list."""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(round(loss.item(), 2))
        loss.backward()
        optimizer.step()
    return losses
