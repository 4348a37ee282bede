"""SGD in its foreach form, gradients set to zero and not to None."""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, foreach=True)
    losses = []
    for _ in range(steps):
        model.zero_grad(set_to_none=False)
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
