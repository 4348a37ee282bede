"""IPython's shell with its outputs recorded as notebook outputs; part of the worker, layer 0.

Real notebook semantics (magics, top-level await, rich display) without a kernel per submission.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets.config import Config


class Recorder:
    """Collects one cell's outputs in nbformat's shape; text past `limit` characters is counted, not kept."""

    def __init__(self, limit: int) -> None:
        self.outputs: list[dict[str, Any]] = []
        self._limit = limit
        self._left = limit

    def stream(self, name: str, text: str) -> None:
        """Append text to the stream called `name`, merging with the output before it."""
        if self._left <= 0 or not text:
            return
        kept = text[: self._left]
        self._left -= len(kept)
        if self._left <= 0 and self._limit:
            kept += "\n[the rest of this output was cut]\n"
        last = self.outputs[-1] if self.outputs else None
        if last and last["output_type"] == "stream" and last["name"] == name:
            last["text"] += kept
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": kept})

    def display(self, kind: str, data: dict[str, Any], **more: Any) -> None:  # noqa: ANN401
        """Append a rich output; only text travels, so binary data is what IPython already made base64."""
        if not self._limit:
            return
        kept = {mime: _as_text(value) for mime, value in data.items()}
        self.outputs.append({"output_type": kind, "data": kept, "metadata": {}, **more})

    def error(self, name: str, value: str, lines: list[str]) -> None:
        """Append an error output."""
        self.outputs.append({"output_type": "error", "ename": name, "evalue": value, "traceback": lines})


def _as_text(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bytes):
        import base64

        return base64.b64encode(value).decode()
    return str(value)


class _Stream:
    """Stands in for sys.stdout or sys.stderr; closing it does nothing, as in a notebook."""

    encoding = "utf-8"
    errors = "replace"
    closed = False

    def __init__(self, name: str, recorder: Recorder) -> None:
        self.name = name
        self._recorder = recorder

    def write(self, text: str) -> int:
        self._recorder.stream(self.name, str(text).encode("utf-8", "replace").decode())
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """A notebook's streams stay open."""

    def isatty(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def fileno(self) -> int:
        """What is written past Python leads nowhere: the worker's own streams are silent."""
        return 2 if self.name == "stderr" else 1


class _RecordingHook(DisplayHook):  # type: ignore[misc]  # IPython is untyped
    """Records the value of a cell's last expression as an execute_result."""

    def write_output_prompt(self) -> None:
        """The prompt is the notebook's business."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self.shell.recorder.display("execute_result", format_dict, execution_count=None)


class _RecordingPublisher(DisplayPublisher):  # type: ignore[misc]
    """Records display() and figures as display_data."""

    def publish(self, data: dict[str, Any], metadata: dict[str, Any] | None = None, **_: Any) -> None:  # noqa: ANN401
        self.shell.recorder.display("display_data", data)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.recorder.outputs.clear()


# Jupyter's own line magics, for its windows and files: there is nothing for them to do here.
_JUPYTERS = ("autosave", "clear", "cls", "connect_info", "edit", "less", "man", "more", "qtconsole", "subshell")
_NOT_RUN = "Shell commands are not run while grading.\n"


class NotebookShell(InteractiveShell):  # type: ignore[misc]
    """A shell whose cells write to a `Recorder`, with no history file, no input and no subprocesses."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        self.recorder = Recorder(limit=0)
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        config.InteractiveShell.xmode = "Context"
        config.InlineBackend.figure_formats = {"png"}
        super().__init__(config=config, displayhook_class=_RecordingHook,
                         display_pub_class=_RecordingPublisher, **kwargs)
        self.display_formatter.active_types = [
            "text/plain", "text/html", "text/markdown", "text/latex", "image/png", "image/jpeg", "image/svg+xml",
        ]
        self.enable_matplotlib("inline")
        for name in _JUPYTERS:
            self.register_magic_function(lambda line: None, "line", name)
        for name in ["script", *self.magics_manager.registry["ScriptMagics"].script_magics]:
            self.register_magic_function(lambda line, cell: self.system(cell), "cell", name)

    def enable_gui(self, gui: str | None = None) -> None:
        """There is no window to draw in."""

    def system(self, cmd: str) -> None:
        """Say that shell commands do nothing here, so that a notebook that starts with `!pip` goes on."""
        sys.stderr.write(_NOT_RUN)

    system_piped = system_raw = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:  # noqa: ANN401
        """Return the output of nothing, as lines or as text: for `files = !ls`."""
        self.system(cmd)
        return SList() if split else ""

    def ask_exit(self) -> None:
        """`exit` and `quit` end a cell, not the notebook."""

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:  # noqa: ANN401
        try:
            value = str(evalue)
        except BaseException:
            value = ""
        lines = stb if isinstance(stb, list) else str(stb).splitlines()
        self.recorder.error(str(etype.__name__)[:100], value[:2000], [str(line)[:2000] for line in lines[:100]])

    @contextlib.contextmanager
    def recording(self, recorder: Recorder) -> Iterator[None]:
        """Send everything printed or displayed to `recorder` for the length of a `with` block."""
        before = (self.recorder, sys.stdout, sys.stderr)
        self.recorder = recorder
        sys.stdout = _Stream("stdout", recorder)
        sys.stderr = _Stream("stderr", recorder)
        try:
            yield
        finally:
            self.recorder, sys.stdout, sys.stderr = before

    def run_recorded(self, source: str, recorder: Recorder) -> BaseException | None:
        """Run one cell; return the exception that ended it, or None."""
        with self.recording(recorder):
            try:
                result = self.run_cell(source, store_history=True)
            except BaseException as error:
                self._showtraceback(type(error), error, [])
                return error
        ended_by: BaseException | None = result.error_before_exec or result.error_in_exec
        return ended_by
