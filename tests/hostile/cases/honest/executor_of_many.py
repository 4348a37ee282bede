"""A right answer from a pool of sixty-four threads, beside torch's own.

verdict: full
"""

from concurrent.futures import ThreadPoolExecutor

torch.set_num_threads(4)
torch.ones(300, 300) @ torch.ones(300, 300)


def total(values):
    with ThreadPoolExecutor(64) as pool:
        return float(sum(pool.map(lambda value: float(value) ** 2, values)))
