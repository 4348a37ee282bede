"""Frames over a pair of pipes, each wait with a deadline; the grader's end of every conversation."""

from __future__ import annotations

import contextlib
import os
import select
import time
from typing import Any

from autograder.protocol import HEADER, ProtocolError, frame, unframe

DEFAULT_LIMIT = 1 << 24
_CHUNK = 1 << 20


class ChannelClosed(Exception):
    """The other side is gone."""


class ChannelTimeout(Exception):
    """The deadline passed before a whole message came or went."""


class Channel:
    """Sends and receives frames on two file descriptors, which it makes non-blocking and owns."""

    def __init__(
        self, write_end: int, read_end: int, *, limit: int = DEFAULT_LIMIT, keep: Any = None  # noqa: ANN401
    ) -> None:
        self._write_end = write_end
        self._read_end = read_end
        self._limit = limit
        self._keep = keep  # whoever owns the descriptors, when it is not this channel
        self._closed = False
        self._buffer = bytearray()
        os.set_blocking(write_end, False)
        os.set_blocking(read_end, False)

    def send(self, message: Any, deadline: float) -> None:  # noqa: ANN401
        """Send one message; raises ChannelClosed, or ChannelTimeout once `time.monotonic()` passes `deadline`."""
        left = memoryview(frame(message, self._limit))
        while left:
            if time.monotonic() >= deadline:  # the other side may take what it is sent, but too slowly
                raise ChannelTimeout
            try:
                left = left[os.write(self._write_end, left[:_CHUNK]):]
            except BlockingIOError:
                self._wait(self._write_end, deadline, writing=True)
            except OSError as error:
                raise ChannelClosed from error

    def receive(self, deadline: float) -> Any:  # noqa: ANN401
        """Return the next message; raises ChannelClosed, ChannelTimeout or ProtocolError."""
        while (length := self._missing()) > 0:
            self._wait(self._read_end, deadline, writing=False)
            if not self._fill(length):
                raise ChannelClosed
        end = HEADER.size + self._body_length()
        body = bytes(self._buffer[HEADER.size:end])
        del self._buffer[:end]
        return unframe(body)

    def ready(self, seconds: float) -> bool:
        """Tell whether a whole message has come, or none can come any more, within `seconds`.

        A part of a message is no reason to stop looking at the clock: it may be all that ever comes.
        """
        deadline = time.monotonic() + max(0.0, seconds)
        with contextlib.suppress(ProtocolError, ChannelClosed):  # `receive` meets the same and raises it
            while (length := self._missing()) > 0:
                left = deadline - time.monotonic()
                if not select.select([self._read_end], [], [], max(0.0, left))[0]:
                    return False
                if not self._fill(length):
                    return True
                if left <= 0:  # bytes come faster than they can be waited for
                    return self._missing() <= 0
        return True

    def _body_length(self) -> int:
        (length,) = HEADER.unpack(self._buffer[:HEADER.size])
        if length > self._limit:
            raise ProtocolError(f"a reply of {length} bytes; at most {self._limit} are allowed")
        return int(length)

    def _missing(self) -> int:
        """Return how many bytes of the next message are still to come, or of its header while that is short."""
        if len(self._buffer) < HEADER.size:
            return HEADER.size - len(self._buffer)
        return HEADER.size + self._body_length() - len(self._buffer)

    def _fill(self, count: int) -> bool:
        """Take at most `count` of the bytes that have come; return False where the other side has closed."""
        try:
            chunk = os.read(self._read_end, min(count, _CHUNK))
        except BlockingIOError:
            return True
        except OSError as error:
            raise ChannelClosed from error
        self._buffer += chunk
        return bool(chunk)

    def _wait(self, descriptor: int, deadline: float, *, writing: bool) -> None:
        left = deadline - time.monotonic()
        ends = [descriptor]
        if left <= 0 or not any(select.select([] if writing else ends, ends if writing else [], [], left)[:2]):
            raise ChannelTimeout

    def close(self) -> None:
        """Close both ends; the other side reads end-of-file."""
        if self._closed:
            return
        self._closed = True
        if self._keep is not None:
            for pipe in (self._keep.stdin, self._keep.stdout):
                with contextlib.suppress(OSError, BrokenPipeError):
                    pipe.close()
            return
        os.close(self._write_end)
        os.close(self._read_end)
