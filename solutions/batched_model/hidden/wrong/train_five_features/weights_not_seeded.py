"""Seeds the order only.

fails: test_train_five_features_seed
sometimes: test_train_five_features_types
score: 3.8
misconception: unseeded
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    mean, sd = X.mean(axis=0), X.std(axis=0)
    sd[sd == 0] = 1
    inputs = torch.tensor((X - mean) / sd, dtype=torch.float32)
    targets = torch.tensor(y, dtype=torch.float32).reshape(-1, 1)
    rng = np.random.default_rng(seed)
    model = torch.nn.Linear(5, 1)
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
            return model(z)[:, 0].numpy()

    return predict
