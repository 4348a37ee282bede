"""Takes whole numbers on the way to float32.

fails: test_fix_dtype_losses, test_fix_dtype_line, test_fix_dtype_left_over,
    test_fix_dtype_in_place, test_fix_dtype_warnings
score: 0.0
misconception: numbers_changed_on_the_way
"""


def fix_dtype(model, x, y, lr, steps):
    x = torch.from_numpy(x.astype(int)).float()
    y = torch.from_numpy(y.astype(int)).float()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
