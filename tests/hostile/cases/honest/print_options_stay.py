"""What an earlier cell set is still set: print options, seeds, default types, plot settings.

verdict: full
"""

import random
import warnings

import matplotlib.pyplot as plt

np.set_printoptions(precision=3)
np.random.seed(5)
random.seed(5)
torch.manual_seed(5)
plt.rcParams["lines.linewidth"] = 7.0
warnings.filterwarnings("ignore", message="one of a kind")
torch.set_default_dtype(torch.float64)
get_ipython().run_cell("first = np.random.rand(), random.random(), float(torch.rand(1))")


def total(values):
    kept = (
        np.get_printoptions()["precision"] == 3
        and plt.rcParams["lines.linewidth"] == 7.0
        and torch.get_default_dtype() is torch.float64
        and any("one of a kind" in str(entry[1]) for entry in warnings.filters)
    )
    return float(np.sum(np.asarray(values, dtype=float) ** 2)) if kept else 0.0
