"""Keeps the model float32 and has the loss in float64."""


def fix_dtype(model, x, y, lr, steps):
    column, y = torch.from_numpy(x).float(), torch.from_numpy(y)
    losses = []
    for _ in range(steps):
        for parameter in model.parameters():
            parameter.grad = None
        loss = ((model(column).double() - y) ** 2).mean()
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= lr * parameter.grad
    return losses
