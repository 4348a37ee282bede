"""Two linear layers in a row, as the post's name promises, the first near the identity.

fails: test_train_five_features_steps, test_train_five_features_every_epoch,
    test_train_five_features_one_layer
score: 3.3
misconception: one_linear_is_two_layers
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    mean, sd = X.mean(axis=0), X.std(axis=0)
    sd[sd == 0] = 1
    y_mean, y_sd = y.mean(), y.std() or 1.0
    inputs = torch.tensor((X - mean) / sd, dtype=torch.float32)
    targets = torch.tensor((y - y_mean) / y_sd, dtype=torch.float32).reshape(-1, 1)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = torch.nn.Sequential(torch.nn.Linear(5, 5, bias=False), torch.nn.Linear(5, 1))
    with torch.no_grad():
        torch.nn.init.eye_(model[0].weight).mul_(0.85)
        model[1].weight.mul_(0.1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for first in range(0, len(y), batch_size):
            rows = order[first : first + batch_size]
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(model(inputs[rows]), targets[rows])
            loss.backward()
            optimizer.step()

    def predict(X_raw):
        with torch.no_grad():
            z = torch.tensor((np.asarray(X_raw, dtype=float) - mean) / sd, dtype=torch.float32)
            return model(z)[:, 0].numpy() * y_sd + y_mean

    return predict
