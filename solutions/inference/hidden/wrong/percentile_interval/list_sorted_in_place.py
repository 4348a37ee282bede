"""Makes a list of what is none, and sorts the list that it has.

fails: test_percentile_interval_arguments_unchanged
score: 1.8
misconception: changed_arguments
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = samples if isinstance(samples, list) else list(samples)
    ordered.sort()
    cut = (1 - level) / 2 * (len(ordered) - 1)
    return ordered[round(cut)], ordered[round(len(ordered) - 1 - cut)]
