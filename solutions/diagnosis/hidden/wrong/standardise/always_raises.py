"""Raises for everything, in the hope that the tests are about errors.

fails: test_standardise_value, test_standardise_constant, test_standardise_any_unit,
    test_standardise_far_from_zero, test_standardise_lists, test_standardise_number_types,
    test_standardise_argument_unchanged
score: 0.0
outcome: raised
"""


def standardise(x):
    raise ValueError("all x are the same")
