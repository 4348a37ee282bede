"""A column by unsqueeze, inside the loop."""


def fix_shape(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(x), y.unsqueeze(-1))
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
