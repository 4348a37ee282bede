"""Divides by the sd and leaves the mean in.

fails: test_standardise_value, test_standardise_constant, test_standardise_any_unit,
    test_standardise_far_from_zero, test_standardise_lists, test_standardise_number_types,
    test_standardise_argument_unchanged
score: 0.0
misconception: mean_forgotten
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return x / sd, mean, sd
