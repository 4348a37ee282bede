"""Writes z into the list it is given, entry by entry.

fails: test_standardise_argument_unchanged
score: 1.8
misconception: changed_arguments
"""


def standardise(x):
    if isinstance(x, np.ndarray):
        x = x.astype(float).tolist()
    if min(x) == max(x):
        raise ValueError("x is constant")
    mean, sd = float(np.mean(x)), float(np.std(x))
    for i in range(len(x)):
        x[i] = (x[i] - mean) / sd
    return np.array(x), mean, sd
