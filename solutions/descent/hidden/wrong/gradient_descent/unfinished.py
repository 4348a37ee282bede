"""The stub, handed in as it was released.

fails: test_gradient_descent_path, test_gradient_descent_above_the_limit,
    test_gradient_descent_no_early_stop, test_gradient_descent_no_steps,
    test_gradient_descent_whole_start, test_gradient_descent_lists,
    test_gradient_descent_number_types, test_gradient_descent_arguments_unchanged
score: 0.0
outcome: raised
"""


def gradient_descent(x, y, lr, steps, start):
    raise NotImplementedError()
