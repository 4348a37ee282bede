"""A right answer with torch.

verdict: full
"""

def total(values):
    return torch.sum(torch.as_tensor(values) ** 2).item()
