"""Asks the model which type it wants."""


def fix_dtype(model, x, y, lr, steps):
    kind = next(model.parameters()).dtype
    x, y = (torch.as_tensor(values).to(kind) for values in (x, y))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
