"""Takes whole numbers on the way to float32."""


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
