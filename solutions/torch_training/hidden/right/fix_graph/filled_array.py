"""Writes into an array made beforehand, and returns it as a list."""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = np.zeros(steps)
    for k in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses[k] = loss.item()
        loss.backward()
        optimizer.step()
    return losses.tolist()
