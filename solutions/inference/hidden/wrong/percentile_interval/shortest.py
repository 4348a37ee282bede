"""Takes the shortest interval that holds the share.

fails: test_percentile_interval_value, test_percentile_interval_level,
    test_percentile_interval_level_refused, test_percentile_interval_few_samples,
    test_percentile_interval_lists, test_percentile_interval_arguments_unchanged
score: 0.0
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = np.sort(samples)
    width = max(int(np.ceil(level * len(ordered))), 1)
    starts = ordered[: len(ordered) - width + 1]
    best = int(np.argmin(ordered[width - 1 :] - starts))
    return ordered[best], ordered[best + width - 1]
