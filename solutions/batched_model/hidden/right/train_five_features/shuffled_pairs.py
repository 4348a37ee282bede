"""Shuffles pairs with a generator of the random module; two parameter groups; weights turned back."""

import random

def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X = np.asarray(X, dtype=np.float64); y = np.asarray(y, dtype=np.float64)
    mu = X.mean(axis=0)
    sd = np.array([col.std() if len(set(col.tolist())) > 1 else 1.0 for col in X.T])
    pairs = [(torch.tensor(a), torch.tensor([b])) for a, b in zip((X - mu) / sd, y)]
    shuffler = random.Random(seed)
    torch.manual_seed(seed)
    layer = torch.nn.Linear(5, 1).double()
    sgd = torch.optim.SGD([{"params": [layer.weight]}, {"params": [layer.bias]}], lr=lr, momentum=0.0)
    for _ in range(epochs):
        shuffler.shuffle(pairs)
        for i in range(0, len(pairs), batch_size):
            xs, ts = zip(*pairs[i:i + batch_size])
            sgd.zero_grad(set_to_none=False)
            torch.nn.MSELoss()(layer(torch.stack(xs)), torch.stack(ts)).backward()
            sgd.step()
    w = layer.weight.detach().numpy()[0].copy() / sd
    b = layer.bias.item() - float(mu @ w)
    def predict(X_raw):
        return np.asarray(X_raw, dtype=np.float64) @ w + b
    return predict
