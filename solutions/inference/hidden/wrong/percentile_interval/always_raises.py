"""Raises for everything.

fails: test_percentile_interval_value, test_percentile_interval_level,
    test_percentile_interval_level_refused, test_percentile_interval_few_samples,
    test_percentile_interval_lists, test_percentile_interval_arguments_unchanged
score: 0.0
outcome: raised
"""


def percentile_interval(samples, level):
    raise ValueError("no interval")
