"""The sd is the length of the centred x over the root of n."""


def standardise(x):
    x = np.asarray(x, dtype=float).copy()
    if np.ptp(x) == 0:
        raise ValueError("x does not vary")
    mean = x.sum() / x.size
    x -= mean
    sd = np.linalg.norm(x) / np.sqrt(x.size)
    return [x / sd, mean, sd]
