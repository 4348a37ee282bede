"""The post's loop, with its numbers as arguments."""


def train(model, x, y, lr, steps):
  import torch.optim as optim
  criterion = nn.MSELoss()
  optimizer = optim.SGD(model.parameters(), lr=lr)
  losses = []

  for epocs in range(steps):
    optimizer.zero_grad()

    y_pred = model(x)
    loss = criterion(y_pred, y)
    losses.append(loss.item())
    loss.backward()

    optimizer.step()

  return losses
