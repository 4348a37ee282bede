"""Writes the mean of the squares out, which broadcasts just as well and does not warn.

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
        loss = ((model(x) - y) ** 2).mean()
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
