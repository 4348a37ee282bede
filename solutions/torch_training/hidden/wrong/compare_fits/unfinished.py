"""The stub, handed in as it was released.

fails: test_compare_fits_sums, test_compare_fits_either_may_win, test_compare_fits_digits,
    test_compare_fits_model_unchanged, test_compare_fits_arguments_unchanged
score: 0.0
outcome: raised
"""


def compare_fits(y, scipy_fitted, torch_model, x):
    raise NotImplementedError()
