"""A right answer in a block without gradients.

verdict: full
"""

def total(values):
    with torch.no_grad(), torch.inference_mode():
        return float(torch.sum(torch.as_tensor(values) ** 2))
