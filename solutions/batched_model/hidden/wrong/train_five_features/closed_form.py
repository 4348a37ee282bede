"""Least squares in place of training.

fails: test_train_five_features_last_row, test_train_five_features_steps, test_train_five_features_batches,
    test_train_five_features_every_epoch, test_train_five_features_new_order, test_train_five_features_seed,
    test_train_five_features_seed_of_the_order, test_train_five_features_autograd
score: 2.5
misconception: closed_form_for_training
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    mean, sd = X.mean(axis=0), X.std(axis=0)
    sd[sd == 0] = 1
    weights = np.linalg.lstsq(np.column_stack([(X - mean) / sd, np.ones(len(X))]), y)[0]
    return lambda X_raw: (np.asarray(X_raw, dtype=float) - mean) / sd @ weights[:5] + weights[5]
