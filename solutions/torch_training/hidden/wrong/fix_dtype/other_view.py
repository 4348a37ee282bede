"""Reads the same bytes as float32, which makes two other numbers of each.

fails: test_fix_dtype_losses, test_fix_dtype_line, test_fix_dtype_left_over,
    test_fix_dtype_in_place, test_fix_dtype_warnings
score: 0.0
outcome: raised
"""


def fix_dtype(model, x, y, lr, steps):
    x = torch.from_numpy(x).view(torch.float32)
    y = torch.from_numpy(y).view(torch.float32)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
