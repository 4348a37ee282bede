"""Takes torch's std, which divides by n - 1.

fails: test_standardise_x
score: 0.0
misconception: sample_sd
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), torch.tensor(x).std().item()
    return (x - mean) / sd, mean, sd
