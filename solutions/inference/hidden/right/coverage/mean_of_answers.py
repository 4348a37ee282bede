"""Collects yes and no, and takes the mean."""


def coverage(interval, draw, truth, n_datasets, rng):
    answers = []
    for _ in range(n_datasets):
        low, high = interval(*draw(rng))
        answers.append(low <= truth and truth <= high)
    return np.mean(answers)
