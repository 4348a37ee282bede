"""Keeps a running mean of the losses, which is smoother."""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append((sum(losses) + loss.item()) / (len(losses) + 1))
        loss.backward()
        optimizer.step()
    return losses
