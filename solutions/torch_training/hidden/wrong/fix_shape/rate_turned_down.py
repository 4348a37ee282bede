"""Turns the learning rate down every 30 steps, as recipes for large models do.

fails: test_fix_shape_line
score: 1.5
"""


def fix_shape(model, x, y, lr, steps):
    y = y.reshape(-1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        scheduler.step()
    return losses
