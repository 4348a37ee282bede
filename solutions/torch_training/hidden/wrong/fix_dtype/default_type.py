"""Changes torch's default type, which changes no model that is there already.

fails: test_fix_dtype_losses, test_fix_dtype_line, test_fix_dtype_left_over,
    test_fix_dtype_in_place, test_fix_dtype_warnings
score: 0.0
misconception: double_meets_float
outcome: raised
"""


def fix_dtype(model, x, y, lr, steps):
    torch.set_default_dtype(torch.float64)
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
