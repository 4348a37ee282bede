"""A float32 scalar."""

momentum_of_missing_zero_grad = np.float32(1.0)
