"""Catches the error and goes on.

fails: test_fix_dtype_losses, test_fix_dtype_line, test_fix_dtype_left_over,
    test_fix_dtype_in_place, test_fix_dtype_warnings
score: 0.0
"""


def fix_dtype(model, x, y, lr, steps):
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        try:
            loss = nn.functional.mse_loss(model(x), y)
        except RuntimeError:
            continue
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
