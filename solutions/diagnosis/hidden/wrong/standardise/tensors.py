"""Returns tensors.

fails: test_standardise_x
score: 0.0
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return torch.tensor((x - mean) / sd), torch.tensor(mean), torch.tensor(sd)
