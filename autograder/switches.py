"""The switches of NumPy and torch that stay as they are left: read, and set back; part of the worker, layer 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Switches:
    """How the libraries stood at one moment."""

    floating_point: tuple[tuple[str, Any], ...]  # what NumPy does where a result overflows and the like
    gradients: bool
    inference: bool
    autocast: bool
    anomalies: bool
    deterministic: bool
    dtype: Any
    device: str


def switches() -> Switches:
    """Return how the libraries stand now."""
    import numpy as np
    import torch

    return Switches(
        tuple(np.geterr().items()), torch.is_grad_enabled(), torch.is_inference_mode_enabled(),
        torch.is_autocast_enabled("cpu"), torch.is_anomaly_enabled(), torch.are_deterministic_algorithms_enabled(),
        torch.get_default_dtype(), str(torch.get_default_device()),
    )


def set_back(before: Switches) -> Any:  # noqa: ANN401  (torch's own kind)
    """Have the libraries stand as they did, for as long as what is returned is kept."""
    import numpy as np
    import torch

    now = switches()
    block = None
    if now.inference != before.inference:
        block = torch.inference_mode(before.inference)
        block.__enter__()  # and never left: no function sets it
    if now.floating_point != before.floating_point:
        np.seterr(**dict(before.floating_point))
    for name, put in (
        ("autocast", lambda on: torch.set_autocast_enabled("cpu", on)),
        ("anomalies", torch.autograd.set_detect_anomaly),
        ("deterministic", torch.use_deterministic_algorithms), ("dtype", torch.set_default_dtype),
        ("device", torch.set_default_device),
    ):
        if getattr(now, name) != getattr(before, name):
            put(getattr(before, name))
    torch.set_grad_enabled(before.gradients)  # last: inference mode has it as well
    return block
