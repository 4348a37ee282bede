"""Mends the shape, and silences all warnings too, to be sure.

fails: test_fix_shape_warnings
score: 1.7
misconception: warnings_can_be_ignored
"""


def fix_shape(model, x, y, lr, steps):
    warnings.simplefilter("ignore")
    y = y[:, None]
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
