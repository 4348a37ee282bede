"""The right number in a tensor that still tracks gradients.

verdict: reason
says: tracks gradients
"""

def total(values):
    return torch.sum(torch.tensor(values, requires_grad=True) ** 2)
