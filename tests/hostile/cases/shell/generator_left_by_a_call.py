"""Each call leaves a generator half-way in a block without gradients.

verdict: full
"""

kept = []


def blocks():
    with torch.inference_mode(), np.errstate(all="raise"):
        yield


def total(values):
    kept.append(blocks())
    next(kept[-1])
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
