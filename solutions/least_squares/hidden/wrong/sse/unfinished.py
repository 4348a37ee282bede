"""The stub, handed in as it was released.

fails: test_sse_value, test_sse_column_against_row, test_sse_two_columns,
    test_sse_different_lengths, test_sse_one_against_many, test_sse_other_shapes, test_sse_scalars,
    test_sse_single_point, test_sse_lists, test_sse_number_types, test_sse_far_from_zero,
    test_sse_arguments_unchanged
score: 0.0
outcome: raised
"""


def sse(y, fitted):
    raise NotImplementedError()
