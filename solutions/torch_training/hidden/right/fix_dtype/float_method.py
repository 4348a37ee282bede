"""The short word for it."""


def fix_dtype(model, x, y, lr, steps):
    x, y = torch.from_numpy(x).float(), torch.from_numpy(y).float()
    optimizer = torch.optim.SGD(model.parameters(), lr, foreach=False)
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
