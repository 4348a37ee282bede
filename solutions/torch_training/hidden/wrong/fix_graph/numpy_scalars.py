"""Hands the losses out as NumPy's float32."""


def fix_graph(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((model(x) - y) ** 2)
        losses.append(np.float32(loss.item()))
        loss.backward()
        optimizer.step()
    return losses
