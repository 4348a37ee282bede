"""np.percentile, in per cent."""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    rest = 100 * (1 - level)
    return np.percentile(samples, rest / 2), np.percentile(samples, 100 - rest / 2)
