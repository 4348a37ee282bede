"""The guard is relative to the size of x."""


def standardise(x):
    x = np.asarray(x, dtype=float)
    mean = np.mean(x)
    sd = np.std(x)
    if sd <= 1e-13 * np.max(np.abs(x)):
        raise ValueError(f"the standard deviation is {sd}, which is nothing beside {mean}")
    return (x - mean) / sd, float(mean), float(sd)
