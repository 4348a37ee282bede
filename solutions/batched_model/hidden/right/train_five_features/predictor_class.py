"""predict is an object that can be called; five separate columns, float32 all the way from the scales on."""


class Predictor:
    def __init__(self, layer, mean, sd):
        self.layer, self.mean, self.sd = layer, mean, sd

    def __call__(self, X_raw):
        z = (torch.as_tensor(np.asarray(X_raw), dtype=torch.float64) - self.mean) / self.sd
        with torch.no_grad():
            return self.layer(z.float()).reshape(-1).numpy()


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X = torch.as_tensor(np.asarray(X), dtype=torch.float64)
    y = torch.as_tensor(np.asarray(y), dtype=torch.float32).view(-1, 1)
    sd, mean = torch.std_mean(X, dim=0, correction=0)
    sd = torch.where(sd > 0, sd, torch.ones_like(sd))
    Z = ((X - mean) / sd).float()
    torch.manual_seed(seed)
    layer = torch.nn.Linear(5, 1)
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.constant_(layer.bias, float(y.mean()))
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr, momentum=0.0)
    for epoch in range(epochs):
        order = torch.randperm(len(Z))
        for Z_batch, y_batch in zip(Z[order].split(batch_size), y[order].split(batch_size)):
            optimizer.zero_grad(set_to_none=False)
            (layer(Z_batch) - y_batch).pow(2).mean().backward()
            optimizer.step()
    return Predictor(layer, mean, sd)
