"""What `dask worker --preload autograder.cluster_worker` does before its first job: no profiler, sandbox open."""

from __future__ import annotations

import contextlib

import dask

from autograder import batch
from autograder.errors import GraderError

# Dask asks for it while a worker is made, soon after this module is read: its profiler looks at the thread that grades
# a hundred times a second, and nobody looks at what it finds.
dask.config.set({"distributed.worker.profile.enabled": False})


def dask_setup(_worker: object) -> None:
    """Open this process's sandbox: Dask calls this before the scheduler hears of the worker.

    What stands in the way of that is no error here: the first job meets it too, and its report says what it was.
    """
    with contextlib.suppress(GraderError):
        batch.open_sandbox()
