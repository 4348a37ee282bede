"""The standard library: fmean and pstdev, and a list for z."""


def standardise(x):
    import statistics

    values = [float(value) for value in x]
    if len(set(values)) == 1:
        raise ValueError(f"{values[0]} and no other number: nothing to standardise")
    mean = statistics.fmean(values)
    sd = statistics.pstdev(values)
    return [(value - mean) / sd for value in values], mean, sd
