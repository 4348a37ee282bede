"""Updates by hand, without an optimizer."""


def train(model, x, y, lr, steps):
    losses = []
    for _ in range(steps):
        for parameter in model.parameters():
            parameter.grad = None
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        losses.append(float(loss.detach()))
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= lr * parameter.grad
    return losses
