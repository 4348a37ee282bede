"""Converts the data, and moves zero_grad to the end of the round.

fails: test_fix_dtype_left_over
score: 1.8
misconception: left_over_gradients
"""


def fix_dtype(model, x, y, lr, steps):
    x, y = torch.from_numpy(x).float(), torch.from_numpy(y).float()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return losses
