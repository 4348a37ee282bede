"""Predicts the mean of the targets.

fails: test_train_five_features_held_out, test_train_five_features_shape, test_train_five_features_scales,
    test_train_five_features_types, test_train_five_features_few_rows, test_train_five_features_last_row,
    test_train_five_features_small_batches, test_train_five_features_steps, test_train_five_features_batches,
    test_train_five_features_every_epoch, test_train_five_features_new_order, test_train_five_features_seed,
    test_train_five_features_seed_of_the_order, test_train_five_features_row_by_row,
    test_train_five_features_autograd, test_train_five_features_one_layer, test_train_five_features_two_models,
    test_train_five_features_arguments_unchanged
sometimes: test_train_five_features_constant_column
score: 0.2
misconception: mean_for_every_row
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    level = float(np.mean(y))
    return lambda X_raw: np.full(len(X_raw), level)
