"""The pages written for people: this package's Jinja2 templates, in which everything is escaped.

A page is one file that asks no host for anything: its style and its script are part of it, and a content
security policy lets nothing else in, whatever a student's text contains.
"""

from __future__ import annotations

import base64
import hashlib
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from autograder import feedback
from autograder.errors import UsageError

_SCRIPT = "sort.js"


def render(template: str, **facts: object) -> str:
    """Return the page that `template` makes of `facts`; a fact that is missing is an error, not a gap."""
    return _environment().get_template(template).render(**facts)


def write_whole(path: Path, text: str) -> None:
    """Write a text file in one step: whoever opens it meanwhile finds the old one or the new one."""
    # what cannot be encoded, half a surrogate pair, is shown as it would be typed
    write_whole_bytes(path, text.encode("utf-8", errors="backslashreplace"))


def write_whole_bytes(path: Path, content: bytes) -> None:
    """Write a file in one step, as `write_whole` does."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or (path.exists() and not path.is_file()):
            path.write_bytes(content)  # a device or a link stays what it is
            return
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise UsageError(
            f"{path} could not be written: {error}. Make room on the disk or give yourself the right to write "
            "there, or choose another place with --output."
        ) from error


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("autograder"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )
    environment.filters.update(points=points, percent=percent, seconds=seconds, code=with_code, counted=counted)
    assert environment.loader is not None
    script, *_ = environment.loader.get_source(environment, _SCRIPT)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    # both are files of this package, and a style sheet or script is not HTML
    environment.globals.update(
        script=Markup(script), script_digest=digest,
        style=Markup(environment.loader.get_source(environment, "page.css")[0]),
    )
    return environment


def points(number: float) -> str:
    """Return points as people write them: at most two decimals, and none that are 0."""
    return f"{round(number, 2) + 0.0:g}".replace("-", "−")


def percent(share: float) -> str:
    """Return a share of 1 as a percentage without decimals; only all and none are 100 and 0."""
    whole = round(100 * share)
    if whole == 100 and share < 1:
        whole = 99
    if whole == 0 and share > 0:
        whole = 1
    return f"{whole} %"


def seconds(number: float) -> str:
    """Return a time with two digits that count."""
    return f"{number:.0f} s" if number >= 10 else f"{number:.2g} s"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 student, 2 students."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def with_code(text: str) -> Markup:
    """Return `text` as `feedback` marks it up: escaped, and code where backticks stand."""
    return Markup(feedback.with_code(text))
