"""Trains a float64 copy, and leaves the model that was asked about where it is.

fails: test_fix_dtype_line, test_fix_dtype_left_over, test_fix_dtype_in_place
score: 1.0
misconception: copy_trained
"""


def fix_dtype(model, x, y, lr, steps):
    import copy

    model = copy.deepcopy(model).double()
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
