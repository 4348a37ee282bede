"""Turns all warnings off, in the function and for whatever runs after it."""


def fix_shape(model, x, y, lr, steps):
    warnings.filterwarnings("ignore")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
