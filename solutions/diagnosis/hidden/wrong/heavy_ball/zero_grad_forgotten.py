"""torch's own SGD with momentum, and a forgotten zero_grad.

fails: test_heavy_ball_x
score: 0.0
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x = torch.tensor(np.array(x, dtype=float)).reshape(-1, 1)
    y = torch.tensor(np.array(y, dtype=float)).reshape(-1, 1)
    layer = torch.nn.Linear(1, 1).double()
    layer.weight.data.fill_(float(start[0]))
    layer.bias.data.fill_(float(start[1]))
    optimizer = torch.optim.SGD(layer.parameters(), lr=float(lr), momentum=float(momentum))
    path = [[layer.weight.item(), layer.bias.item()]]
    for _ in range(steps):
        torch.nn.functional.mse_loss(layer(x), y).backward()
        optimizer.step()
        path.append([layer.weight.item(), layer.bias.item()])
    return np.array(path)
