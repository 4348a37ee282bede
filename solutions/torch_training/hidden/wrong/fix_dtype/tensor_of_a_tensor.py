"""Makes a tensor of a tensor, of which torch warns.

fails: test_fix_dtype_warnings
score: 1.7
misconception: warning_raised
"""


def fix_dtype(model, x, y, lr, steps):
    x = torch.tensor(torch.from_numpy(x), dtype=torch.float32)
    y = torch.tensor(torch.from_numpy(y), dtype=torch.float32)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
