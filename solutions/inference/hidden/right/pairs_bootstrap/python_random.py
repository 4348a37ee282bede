"""Python's random module, with an instance seeded from rng."""


def pairs_bootstrap(x, y, n_resamples, rng):
    import random

    pairs = [(float(a), float(b)) for a, b in zip(x, y, strict=True)]
    source = random.Random(int(rng.integers(2**62)))
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        drawn = np.array(source.choices(pairs, k=len(pairs)))
        xc = drawn[:, 0] - drawn[:, 0].mean()
        slope = (xc * drawn[:, 1]).sum() / (xc**2).sum()
        lines[i] = slope, drawn[:, 1].mean() - slope * drawn[:, 0].mean()
    return lines
