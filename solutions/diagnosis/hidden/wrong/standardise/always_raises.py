"""Raises for everything, in the hope that the tests are about errors.

fails: test_standardise_x
score: 0.0
"""


def standardise(x):
    raise ValueError("all x are the same")
