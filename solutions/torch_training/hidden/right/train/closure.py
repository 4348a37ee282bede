"""Hands the lines to step as a closure."""


def train(model, x, y, lr, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.MSELoss(reduction="mean")(model(x), y)
        loss.backward()
        return loss

    return [optimizer.step(closure).item() for _ in range(steps)]
