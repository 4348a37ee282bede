"""Turns the model to float64, so that the data may stay as they are.

fails: test_fix_dtype_in_place
score: 1.7
misconception: model_made_double
"""


def fix_dtype(model, x, y, lr, steps):
    model = model.double()
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
