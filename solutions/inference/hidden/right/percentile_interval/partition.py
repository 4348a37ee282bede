"""Finds the two order statistics without sorting all."""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    samples = np.array(samples, dtype=float)
    last = len(samples) - 1
    low, high = int(round((1 - level) / 2 * last)), int(round((1 + level) / 2 * last))
    found = np.partition(samples, [low, high])
    return found[low], found[high]
