"""torch's own SGD with momentum, and a forgotten zero_grad.

fails: test_heavy_ball_path, test_heavy_ball_ends_of_momentum, test_heavy_ball_above_the_limit,
    test_heavy_ball_all_steps, test_heavy_ball_few_steps, test_heavy_ball_whole_start,
    test_heavy_ball_lists, test_heavy_ball_number_types, test_heavy_ball_arguments_unchanged
score: 0.0
misconception: zero_grad_is_housekeeping
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
