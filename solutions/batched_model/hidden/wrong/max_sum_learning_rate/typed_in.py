"""The post's numbers."""


def max_sum_learning_rate(X, batch_size):
    return 1.562e-4 / batch_size
