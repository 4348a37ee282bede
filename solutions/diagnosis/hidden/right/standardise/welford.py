"""One pass in Welford's way, which keeps its digits."""


def standardise(x):
    mean, squares = 0.0, 0.0
    values = [float(value) for value in x]
    if min(values) == max(values):
        raise ValueError("x does not vary")
    for count, value in enumerate(values, start=1):
        before = value - mean
        mean += before / count
        squares += before * (value - mean)
    sd = (squares / len(values)) ** 0.5
    return np.array([(value - mean) / sd for value in values]), mean, sd
