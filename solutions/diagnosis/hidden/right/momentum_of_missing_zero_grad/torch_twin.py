"""Compares torch with torch: momentum with zero_grad against none without."""


def with_momentum(momentum, steps):
    layer = torch.nn.Linear(1, 1, dtype=torch.float64)
    layer.weight.data.fill_(start_post[0])
    layer.bias.data.fill_(start_post[1])
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr_post, momentum=momentum)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((layer(torch.tensor(x_post)[:, None]) - torch.tensor(y_post)[:, None]) ** 2)
        loss.backward()
        optimizer.step()
    return np.array([layer.weight.item(), layer.bias.item()])


candidates = [0.0, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0, 1.1]
errors = [np.abs(with_momentum(one, 30) - forgetful_path[30]).sum() for one in candidates]
momentum_of_missing_zero_grad = candidates[int(np.argmin(errors))]
