"""Takes a step for every point, so that no two shapes meet.

fails: test_fix_shape_losses, test_fix_shape_line, test_fix_shape_left_over,
    test_fix_shape_in_place, test_fix_shape_warnings
score: 0.0
"""


def fix_shape(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        total = 0.0
        for x_one, y_one in zip(x, y):
            optimizer.zero_grad()
            loss = (model(x_one.reshape(1, 1)).squeeze() - y_one) ** 2
            total += loss.item()
            loss.backward()
            optimizer.step()
        losses.append(total / len(x))
    return losses
