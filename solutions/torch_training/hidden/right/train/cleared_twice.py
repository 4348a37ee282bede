"""Clears once before the loop and at the end of each round, and counts down."""


def train(model, x, y, lr, steps):
    sgd = torch.optim.SGD([model.linear.weight, model.linear.bias], lr=lr)
    sgd.zero_grad()
    losses = []
    left = steps
    while left > 0:
        error = y - model(x)
        loss = error.pow(2).sum() / error.numel()
        loss.backward()
        sgd.step()
        sgd.zero_grad()
        losses += [loss.item()]
        left -= 1
    return losses
