"""Rounds the caller's arrays to float32 before it converts them.

fails: test_fix_dtype_in_place
score: 1.7
misconception: changed_arguments
"""


def fix_dtype(model, x, y, lr, steps):
    x[...] = x.astype(np.float32)
    y[...] = y.astype(np.float32)
    x, y = torch.from_numpy(x).float(), torch.from_numpy(y).float()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
