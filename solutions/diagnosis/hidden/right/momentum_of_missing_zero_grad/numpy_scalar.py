"""A scalar of NumPy."""

momentum_of_missing_zero_grad = np.float64(1.0)
