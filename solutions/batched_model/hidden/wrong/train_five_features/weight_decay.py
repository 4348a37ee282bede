"""A weight decay of .01.

fails: test_train_five_features_steps
sometimes: test_train_five_features_last_row, test_train_five_features_scales, test_train_five_features_few_rows,
    test_train_five_features_held_out
score: 3.7
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X = np.array(X, dtype=np.float64)
    y = np.array(y, dtype=np.float64)
    mean = X.mean(axis=0)
    sd = X.std(axis=0)
    sd[sd == 0] = 1.0
    Z = torch.tensor((X - mean) / sd, dtype=torch.float32)
    t = torch.tensor(y, dtype=torch.float32).reshape(-1, 1)
    torch.manual_seed(seed)
    model = torch.nn.Linear(5, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.01)
    criterion = torch.nn.MSELoss()
    rng = np.random.default_rng(seed)
    n = len(y)
    for epoch in range(epochs):
        order = rng.permutation(n)
        for first in range(0, n, batch_size):
            rows = order[first:first + batch_size]
            optimizer.zero_grad()
            loss = criterion(model(Z[rows]), t[rows])
            loss.backward()
            optimizer.step()

    def predict(X_raw):
        z = (np.asarray(X_raw, dtype=np.float64) - mean) / sd
        with torch.no_grad():
            out = model(torch.tensor(z, dtype=torch.float32))
        return out[:, 0].numpy()

    return predict
