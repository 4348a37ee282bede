"""The predictions lose their column instead."""


def fix_shape(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x).squeeze(), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
