"""torch draws, from a generator of its own that is seeded from rng, and fits in batches."""


def pairs_bootstrap(x, y, n_resamples, rng):
    import torch

    source = torch.Generator().manual_seed(int(rng.integers(2**62)))
    x = torch.tensor(np.asarray(x, dtype=float))
    y = torch.tensor(np.asarray(y, dtype=float))
    rows = torch.randint(len(x), (int(n_resamples), len(x)), generator=source)
    xs, ys = x[rows], y[rows]
    xc = xs - xs.mean(dim=1, keepdim=True)
    slopes = (xc * ys).sum(dim=1) / (xc * xc).sum(dim=1)
    return torch.stack([slopes, ys.mean(dim=1) - slopes * xs.mean(dim=1)], dim=1).numpy()
