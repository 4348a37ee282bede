"""Takes the mean plus and minus two standard deviations.

fails: test_percentile_interval_value, test_percentile_interval_level,
    test_percentile_interval_level_refused, test_percentile_interval_few_samples,
    test_percentile_interval_lists, test_percentile_interval_arguments_unchanged
score: 0.0
misconception: normal_approximation
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    return np.mean(samples) - 2 * np.std(samples), np.mean(samples) + 2 * np.std(samples)
