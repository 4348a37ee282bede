"""Mends the shape, and moves zero_grad to the end of the round.

fails: test_fix_shape_left_over
score: 1.8
misconception: left_over_gradients
"""


def fix_shape(model, x, y, lr, steps):
    y = y.view(-1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return losses
