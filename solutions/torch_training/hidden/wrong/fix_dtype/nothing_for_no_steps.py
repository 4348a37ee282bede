"""Returns early where there is nothing to do, and forgets the list.

fails: test_fix_dtype_in_place
score: 1.7
misconception: nothing_returned
"""


def fix_dtype(model, x, y, lr, steps):
    if steps == 0:
        return None
    x = torch.tensor(x, dtype=torch.float32)
    y = torch.tensor(y, dtype=torch.float32)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
