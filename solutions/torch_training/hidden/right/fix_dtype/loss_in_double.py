"""Converts x for the model and its predictions back for the loss."""


def fix_dtype(model, x, y, lr, steps):
    x, y = torch.from_numpy(x).float(), torch.from_numpy(y)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = ((model(x).double() - y) ** 2).mean()
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
