"""Takes the mean off the targets in the list that they came in.

fails: test_train_five_features_arguments_unchanged
score: 3.9
misconception: changed_arguments
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X = np.array(X, dtype=float)
    if not isinstance(y, list):
        y = [float(target) for target in y]
    level = sum(y) / len(y)
    for i in range(len(y)):
        y[i] -= level
    mean, sd = X.mean(axis=0), X.std(axis=0)
    sd[sd == 0] = 1.0

    def ready(rows):
        return torch.tensor((np.asarray(rows, dtype=float) - mean) / sd, dtype=torch.float32)

    inputs, targets = ready(X), torch.tensor(y, dtype=torch.float32)[:, None]
    torch.manual_seed(seed)
    model = torch.nn.Linear(5, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(epochs):
        for chosen in torch.randperm(len(y)).split(batch_size):
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(model(inputs[chosen]), targets[chosen]).backward()
            optimizer.step()

    def predict(X_raw):
        with torch.no_grad():
            return model(ready(X_raw))[:, 0].numpy() + level

    return predict
