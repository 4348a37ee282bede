"""torch in float64, with the population's correction, and items taken out."""


def standardise(x):
    x = torch.tensor(np.array(x, dtype=float))
    if torch.all(x == x[0]):
        raise ValueError("x does not vary")
    mean, sd = x.mean(), x.std(correction=0)
    return ((x - mean) / sd).numpy(), mean.item(), sd.item()
