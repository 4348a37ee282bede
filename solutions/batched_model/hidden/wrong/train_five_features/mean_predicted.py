"""Predicts the mean of the targets.

misconception: mean_for_every_row
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    level = float(np.mean(y))
    return lambda X_raw: np.full(len(X_raw), level)
