"""Lets the table come about, and takes its diagonal."""


def fix_shape(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = ((model(x) - y) ** 2).diagonal().mean()
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
