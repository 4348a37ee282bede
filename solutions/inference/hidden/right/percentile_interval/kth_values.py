"""Picks the k-th smallest and the k-th largest sample with torch."""


def percentile_interval(samples, level):
    import torch
    if not (level > 0 and level < 1): raise ValueError
    t = torch.tensor(np.asarray(samples, float)); n = len(t)
    k = max(1, round((1 - level) / 2 * n))
    return t.kthvalue(k).values.item(), t.kthvalue(n + 1 - k).values.item()
