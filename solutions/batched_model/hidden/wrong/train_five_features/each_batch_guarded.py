"""Standardises each batch with its own numbers, guards the spread, and leaves a single row out.

fails: test_train_five_features_last_row, test_train_five_features_small_batches
sometimes: test_train_five_features_held_out, test_train_five_features_batches
score: 3.7
misconception: batches_standardised_apart
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    mean, sd = X.mean(axis=0), X.std(axis=0, ddof=1)
    sd[sd == 0] = 1
    inputs = torch.tensor((X - mean) / sd, dtype=torch.float32)
    targets = torch.tensor(y, dtype=torch.float32).reshape(-1, 1)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = torch.nn.Linear(5, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for first in range(0, len(y), batch_size):
            rows = order[first : first + batch_size]
            if len(rows) == 1:
                continue
            optimizer.zero_grad()
            own = torch.tensor(X[rows])
            spread = own.std(0)
            own = ((own - own.mean(0)) / torch.where(spread > 0, spread, 1.0)).float()
            loss = torch.nn.functional.mse_loss(model(own), targets[rows])
            loss.backward()
            optimizer.step()

    def predict(X_raw):
        with torch.no_grad():
            z = torch.tensor((np.asarray(X_raw, dtype=float) - mean) / sd, dtype=torch.float32)
            return model(z)[:, 0].numpy()

    return predict
