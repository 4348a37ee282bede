"""One child generator for each data set."""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for child in rng.spawn(int(n_datasets)):
        x, y = draw(child)
        low, high = interval(x, y)
        held += int(low <= truth <= high)
    return held / n_datasets
