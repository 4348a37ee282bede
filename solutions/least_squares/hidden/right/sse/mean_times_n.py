"""n times the mean of the squares."""


def sse(y, fitted):
    y, fitted = (np.asarray(v, dtype=float) for v in (y, fitted))
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    if fitted.ndim == 2 and fitted.shape[1] == 1:
        fitted = fitted[:, 0]
    if y.ndim != 1 or y.shape != fitted.shape:
        raise ValueError(f"shapes {y.shape} and {fitted.shape}")
    return len(y) * np.mean((y - fitted) ** 2)
