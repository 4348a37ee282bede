"""torch's own SGD on a float64 layer."""


def heavy_ball(x, y, lr, momentum, steps, start):
    x = torch.tensor(np.array(x, dtype=float)).reshape(-1, 1)
    y = torch.tensor(np.array(y, dtype=float)).reshape(-1, 1)
    layer = torch.nn.Linear(1, 1, dtype=torch.float64)
    with torch.no_grad():
        layer.weight.fill_(float(start[0]))
        layer.bias.fill_(float(start[1]))
    optimizer = torch.optim.SGD(layer.parameters(), lr=float(lr), momentum=float(momentum))
    path = [[layer.weight.item(), layer.bias.item()]]
    for _ in range(steps):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(layer(x), y).backward()
        optimizer.step()
        path.append([layer.weight.item(), layer.bias.item()])
    return np.array(path)
