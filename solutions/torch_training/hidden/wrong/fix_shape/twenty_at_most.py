"""Takes twenty steps at most, which were enough when it was tried.

fails: test_fix_shape_line
score: 1.5
misconception: stopped_early
"""


def fix_shape(model, x, y, lr, steps):
    y = y.reshape(-1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(min(steps, 20)):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
