"""A right answer with type hints of every kind.

verdict: full
"""

from collections.abc import Sequence
from typing import TypeVar

import numpy.typing as npt

T = TypeVar("T", bound=float)


def total(values: Sequence[T] | npt.NDArray[np.float64]) -> float:
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
