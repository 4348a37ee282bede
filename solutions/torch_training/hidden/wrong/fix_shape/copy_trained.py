"""Mends the shape, and trains a copy of the model.

fails: test_fix_shape_line, test_fix_shape_left_over, test_fix_shape_in_place
score: 1.0
misconception: copy_trained
"""


def fix_shape(model, x, y, lr, steps):
    import copy

    model, y = copy.deepcopy(model), y.view(-1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
