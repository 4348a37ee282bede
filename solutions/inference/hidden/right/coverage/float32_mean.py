"""Takes the mean in torch, whose floats are float32 unless told otherwise: right to seven digits."""


def coverage(interval, draw, truth, n_datasets, rng):
    import torch

    held = []
    for _ in range(n_datasets):
        low, high = interval(*draw(rng))
        held.append(float(low <= truth <= high))
    return torch.tensor(held).mean().item()
