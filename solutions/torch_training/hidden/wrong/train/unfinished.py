"""The stub, handed in as it was released.

fails: test_train_losses, test_train_line, test_train_left_over, test_train_in_place,
    test_train_above_the_limit, test_train_no_early_stop, test_train_no_steps,
    test_train_arguments_unchanged
score: 0.0
outcome: raised
"""


def train(model, x, y, lr, steps):
    raise NotImplementedError()
