"""Sums the squares for the step and notes their mean."""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y, reduction="sum")
        losses.append(loss.item() / len(x))
        loss.backward()
        optimizer.step()
    return losses
