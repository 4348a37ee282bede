"""Takes the history from the loss itself, and backward finds none."""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2).detach()
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
