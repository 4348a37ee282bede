"""The numbers of torch's threads are set, as a guide to speed says.

verdict: full
"""

torch.set_num_threads(2)
torch.set_num_interop_threads(1)


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
