"""Sorts the samples of the caller.

fails: test_percentile_interval_arguments_unchanged
score: 1.8
misconception: changed_arguments
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    samples = np.asarray(samples)
    samples.sort()
    last = len(samples) - 1
    return samples[int((1 - level) / 2 * last)], samples[int((1 + level) / 2 * last)]
