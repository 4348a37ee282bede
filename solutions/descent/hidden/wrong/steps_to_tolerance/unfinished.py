"""The stub, handed in as it was released.

fails: test_steps_to_tolerance_value, test_steps_to_tolerance_near_the_limit,
    test_steps_to_tolerance_too_large, test_steps_to_tolerance_not_positive,
    test_steps_to_tolerance_one_step, test_steps_to_tolerance_int,
    test_steps_to_tolerance_tolerances, test_steps_to_tolerance_lists,
    test_steps_to_tolerance_number_types, test_steps_to_tolerance_argument_unchanged
score: 0.0
outcome: raised
"""


def steps_to_tolerance(x, lr, tol):
    raise NotImplementedError()
