"""Runs inside the sandbox: what the worker does once, so that no child has to."""

from __future__ import annotations

import contextlib
import functools
import mimetypes
import shutil
from collections.abc import Callable
from typing import Any

from autograder.notebook_shell import NotebookShell, Recorder


def warm_up() -> NotebookShell:
    """Import what notebooks import, take one optimizer step and draw one picture; return the shell."""
    import matplotlib.pyplot as plt
    import numpy as np
    import scipy.linalg
    import scipy.optimize
    import scipy.stats  # noqa: F401
    import torch
    from matplotlib.backends import backend_agg
    from matplotlib.mathtext import MathTextParser

    torch.set_num_threads(1)  # a second thread would not survive the fork
    torch.set_num_interop_threads(1)
    torch.set_num_interop_threads = lambda nthreads: None  # which may be called once, and has been
    torch.compile = _as_it_is  # there is no compiler in there
    # in there modes and times cannot be set, which copying a file would end with
    shutil.copymode, shutil.copystat = _as_far_as_allowed(shutil.copymode), _as_far_as_allowed(shutil.copystat)
    mimetypes.init()  # from files that children cannot read
    for device in (torch.cuda, torch.mps, torch.xpu, torch.mtia):
        # There is none here, and else every torch.manual_seed notes the source of all its callers, once for each.
        device._is_in_bad_fork = lambda: True  # type: ignore[attr-defined]  # torch's own name
    model = torch.nn.Linear(1, 1)
    for kind in vars(torch.optim).values():  # an optimizer's first instance changes its class: not in a child
        if isinstance(kind, type) and issubclass(kind, torch.optim.Optimizer):
            with contextlib.suppress(TypeError, ValueError):  # the base class, and those that want other parameters
                kind([torch.nn.Parameter(torch.zeros(2, 2))], lr=0.1)  # type: ignore[call-arg]  # all but the base
    for kind in (torch.optim.SGD, torch.optim.Adam):
        optimizer = kind(model.parameters(), lr=0.1)
        torch.nn.functional.mse_loss(model(torch.ones(2, 1)), torch.zeros(2, 1)).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        optimizer.zero_grad()
    shell: NotebookShell = NotebookShell.instance()
    recorder = Recorder(limit=1 << 20)
    # The powers of ten beside an axis are formulas, and a parser remembers what they look like: one for all pictures.
    backend_agg.MathTextParser = functools.cache(MathTextParser)  # type: ignore[attr-defined, assignment]  # see above
    shell.run_recorded(
        "import matplotlib.pyplot as plt\nplt.semilogy([0, 1], 'o-', label='a'); plt.legend()\n"
        "plt.yticks([10.0**power for power in range(-12, 7)]); None", recorder
    )
    shell.run_recorded("1 + 1", recorder)
    plt.close("all")
    shell.reset(new_session=True)
    shell.db = {}  # for %cd, %bookmark and %alias, which else keep files in a folder that children cannot touch
    np.random.seed(None)
    return shell


def _as_it_is(model: Any = None, **_: Any) -> Any:  # noqa: ANN401
    """Stand in for `torch.compile`, which promises the same numbers: return the model or function, or a decorator."""
    return model if model is not None else _as_it_is


def _as_far_as_allowed(function: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(function)
    def wrapped(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        with contextlib.suppress(PermissionError):
            function(*args, **kwargs)

    return wrapped
