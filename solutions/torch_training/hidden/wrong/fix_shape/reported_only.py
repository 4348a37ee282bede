"""Mends the loss that is noted, and trains on the other one.

fails: test_fix_shape_losses, test_fix_shape_line, test_fix_shape_left_over,
    test_fix_shape_in_place, test_fix_shape_warnings
score: 0.0
misconception: broadcast
"""


def fix_shape(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        errors = model(x) - y
        losses.append(nn.functional.mse_loss(model(x), y[:, None]).item())
        (errors**2).mean().backward()
        optimizer.step()
    return losses
