"""How long to wait for a child's reply."""

from __future__ import annotations

import time

from autograder.child import Child

_STRETCH = 6.0


class Patience:
    """How long to wait for one reply: `seconds`, and longer only for a child that the machine keeps waiting.

    On a busy machine an honest cell can take many times its usual wall time. A child that wanted the processor
    for most of the time and has not had `seconds` of it is given up to `_STRETCH` times as long.
    """

    def __init__(self, child: Child, seconds: float, ends_at: float) -> None:
        now = self._began = time.monotonic()
        self._child = child
        self._seconds = seconds
        self._usual_end = min(now + seconds, ends_at)
        self.last_moment = min(now + seconds * _STRETCH, ends_at)
        self._first_look = now
        self._cpu_before: float | None = None  # nearly every reply comes before the first look
        self._looks = self._runnable = 0

    def is_over(self) -> bool:
        """Take one look at the child and say whether to stop it."""
        activity = self._child.activity()
        now = time.monotonic()
        if self._cpu_before is None:
            self._first_look, self._cpu_before = now, activity.cpu_seconds
        self._looks += 1
        self._runnable += activity.runnable
        if now < self._usual_end:
            return False
        starved = self._runnable > self._looks / 2 and activity.cpu_seconds - self._cpu_before < self._seconds
        return not starved or now >= self.last_moment

    def seconds_used(self) -> float:
        """Return what a reply cost: its wall time, or less where the machine kept a child waiting for the processor."""
        wall = time.monotonic() - self._began
        if self._cpu_before is None or self._runnable <= self._looks / 2:
            return wall
        unseen = self._first_look - self._began
        had = unseen + self._child.activity().cpu_seconds - self._cpu_before
        return min(wall, max(had, wall / _STRETCH))
