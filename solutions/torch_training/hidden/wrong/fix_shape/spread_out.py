"""Makes both tables of the same size, so that nothing is left to warn about.

fails: test_fix_shape_losses, test_fix_shape_line, test_fix_shape_left_over,
    test_fix_shape_in_place, test_fix_shape_warnings
score: 0.0
misconception: broadcast
"""


def fix_shape(model, x, y, lr, steps):
    table = y.expand(len(y), len(y))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x).expand(-1, len(y)), table)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
