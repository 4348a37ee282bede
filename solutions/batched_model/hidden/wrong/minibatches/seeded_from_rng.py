"""Seeds torch's shared state from rng, and draws from that.

fails: test_minibatches_global_state
score: 1.9
misconception: global_random_state
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    torch.manual_seed(int(rng.integers(2**31)))
    order = torch.randperm(len(y)).numpy()
    for i in range(0, len(y), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]
