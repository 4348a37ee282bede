"""Mends the shape in a way that makes torch warn of something else.

fails: test_fix_shape_warnings
score: 1.7
misconception: warning_raised
"""


def fix_shape(model, x, y, lr, steps):
    y = torch.tensor(y.reshape(-1, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
