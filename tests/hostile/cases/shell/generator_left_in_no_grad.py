"""A generator stops half-way in a block without gradients, and the block stays entered for all that follows.

verdict: full
"""

def batches():
    with torch.no_grad():
        for i in range(3):
            yield i


it = batches()
first = next(it)


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
