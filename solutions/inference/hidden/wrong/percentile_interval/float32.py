"""Computes in float32, where a quantile of few samples is off by more than rounding.

fails: test_percentile_interval_few_samples
score: 1.9
"""


def percentile_interval(samples, level):
    import torch
    if not 0 < level < 1: raise ValueError
    t = torch.tensor(np.asarray(samples), dtype=torch.float32)
    return torch.quantile(t, (1 - level) / 2).item(), torch.quantile(t, (1 + level) / 2).item()
