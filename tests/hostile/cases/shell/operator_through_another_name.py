"""An operator of torch's is replaced through another name for torch.

verdict: full
"""

t = torch
operators = t.library.Library("aten", "IMPL")
operators.impl("pow.Tensor_Scalar", lambda a, b: torch.zeros_like(a), "CPU")


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
