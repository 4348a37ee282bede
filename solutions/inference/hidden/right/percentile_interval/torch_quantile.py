"""torch.quantile in float64."""


def percentile_interval(samples, level):
    import torch

    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    values = torch.tensor(np.asarray(samples, dtype=float))
    ends = torch.quantile(values, torch.tensor([(1 - level) / 2, (1 + level) / 2], dtype=torch.float64))
    return ends[0].item(), ends[1].item()
