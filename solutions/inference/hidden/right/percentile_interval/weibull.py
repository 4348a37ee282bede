"""Another rule of NumPy's, in a list."""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    return [float(np.quantile(samples, p, method="weibull")) for p in (0.5 - level / 2, 0.5 + level / 2)]
