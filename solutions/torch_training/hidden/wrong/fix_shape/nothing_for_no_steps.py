"""Returns early where there is nothing to do, and forgets the list.

fails: test_fix_shape_in_place
score: 1.7
misconception: nothing_returned
"""


def fix_shape(model, x, y, lr, steps):
    if steps == 0:
        return None
    y = y.reshape(-1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
