"""Turns the learning rate down every 10 steps, as recipes for large models do.

fails: test_fix_dtype_line
score: 1.5
"""


def fix_dtype(model, x, y, lr, steps):
    x = torch.tensor(x, dtype=torch.float32)
    y = torch.tensor(y, dtype=torch.float32)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        scheduler.step()
    return losses
