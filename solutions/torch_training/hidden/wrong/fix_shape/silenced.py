"""Turns all warnings off, in the function and for whatever runs after it.

fails: test_fix_shape_losses, test_fix_shape_line, test_fix_shape_left_over,
    test_fix_shape_in_place, test_fix_shape_warnings
score: 0.0
misconception: warnings_can_be_ignored
"""


def fix_shape(model, x, y, lr, steps):
    warnings.filterwarnings("ignore")
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
