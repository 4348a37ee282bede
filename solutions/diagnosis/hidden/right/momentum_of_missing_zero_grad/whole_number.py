"""Thought through: each gradient stays in full."""

momentum_of_missing_zero_grad = 1
