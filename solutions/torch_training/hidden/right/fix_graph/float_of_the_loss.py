"""float, which torch warns of once; the number is right."""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(float(loss))
        loss.backward()
        optimizer.step()
    return losses
