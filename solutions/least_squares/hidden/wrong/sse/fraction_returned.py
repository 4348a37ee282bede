"""Adds up exactly, and returns the fraction that it gets.

fails: test_sse_value, test_sse_column_against_row, test_sse_two_columns, test_sse_different_lengths,
    test_sse_one_against_many, test_sse_other_shapes, test_sse_scalars, test_sse_single_point, test_sse_lists,
    test_sse_number_types, test_sse_far_from_zero, test_sse_arguments_unchanged
score: 0.0
"""

from fractions import Fraction


def sse(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    return sum((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(y.ravel(), fitted.ravel()))
