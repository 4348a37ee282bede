"""torch's own SGD, in float32.

fails: test_heavy_ball_number_types
score: 1.8
misconception: float32_is_harmless
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x = torch.tensor(np.array(x), dtype=torch.float32).reshape(-1, 1)
    y = torch.tensor(np.array(y), dtype=torch.float32).reshape(-1, 1)
    layer = torch.nn.Linear(1, 1)
    layer.weight.data.fill_(float(start[0]))
    layer.bias.data.fill_(float(start[1]))
    optimizer = torch.optim.SGD(layer.parameters(), lr=float(lr), momentum=float(momentum))
    path = [[layer.weight.item(), layer.bias.item()]]
    for _ in range(steps):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(layer(x), y).backward()
        optimizer.step()
        path.append([layer.weight.item(), layer.bias.item()])
    return np.array(path)
