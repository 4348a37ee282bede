"""Asks gradient_descent for the whole path, a thousand million rows.

fails: test_predict_descent_far_away=out_of_memory
score: 1.6
"""


def predict_descent(x, y, lr, step, start):
    return gradient_descent(x, y, lr, step, start)[-1]
