"""Turns the percentiles round the mean, as the basic bootstrap does.

fails: test_percentile_interval_value, test_percentile_interval_level,
    test_percentile_interval_level_refused, test_percentile_interval_few_samples,
    test_percentile_interval_lists, test_percentile_interval_arguments_unchanged
score: 0.0
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    low, high = np.quantile(samples, [(1 - level) / 2, (1 + level) / 2])
    return 2 * np.mean(samples) - high, 2 * np.mean(samples) - low
