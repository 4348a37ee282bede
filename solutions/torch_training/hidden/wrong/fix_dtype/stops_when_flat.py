"""Stops when the loss hardly changes any more.

fails: test_fix_dtype_line
score: 1.5
misconception: stopped_early
"""


def fix_dtype(model, x, y, lr, steps):
    x = torch.tensor(x, dtype=torch.float32)
    y = torch.tensor(y, dtype=torch.float32)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for k in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        if k and abs(losses[-2] - losses[-1]) < 1e-6:
            break
    return losses
