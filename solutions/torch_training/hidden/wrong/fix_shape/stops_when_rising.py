"""Stops at the first rise of the loss.

fails: test_fix_shape_losses
sometimes: test_fix_shape_line
score: 1.3
"""


def fix_shape(model, x, y, lr, steps):
    rows, targets = x, y[:, None]
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(rows) - targets) ** 2)
        if losses and loss.item() > losses[-1]:
            break
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
