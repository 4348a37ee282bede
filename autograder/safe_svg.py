"""A student's SVG drawing, written again from an allow list while it is read; nothing is kept by default."""

from __future__ import annotations

import re
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SHAPES = frozenset(("circle", "ellipse", "line", "path", "polygon", "polyline", "rect"))
_CONTAINERS = frozenset(("clipPath", "defs", "g", "linearGradient", "radialGradient", "svg", "text", "tspan"))
_TAGS = _SHAPES | _CONTAINERS | {"stop", "use"}
_ATTRIBUTES = frozenset((
    "clip-path", "clip-rule", "clipPathUnits", "cx", "cy", "d", "dx", "dy", "dominant-baseline", "fill",
    "fill-opacity", "fill-rule", "font-family", "font-size", "font-style", "font-weight", "fx", "fy",
    "gradientTransform", "gradientUnits", "height", "id", "offset", "opacity", "points",
    "preserveAspectRatio", "r", "rx", "ry", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
    "stroke-width", "text-anchor", "transform", "version", "viewBox", "width", "x", "x1", "x2", "y",
    "y1", "y2"
))
_LOCAL_URL = re.compile(r"url\(#[\w.:-]+\)")
_PLAIN_VALUE = re.compile(r"[\w\s#%.,()+*/'-]*")
_LOADS = re.compile(r"url|image|expression|attr|var", re.IGNORECASE)
_MAX_ELEMENTS = 50_000
_MAX_DEPTH = 100


class _RefusedError(Exception):
    """Not a drawing that can be shown."""


def clean_svg(text: str) -> str | None:
    """Return the same shapes without script, style sheet, event or outside address; None for no drawing.

    A file that declares entities is refused whole: they can hide anything, and multiply.
    """
    copy = _Copy()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = copy.start
    parser.EndElementHandler = copy.end
    parser.CharacterDataHandler = copy.characters
    parser.EntityDeclHandler = copy.refuse
    try:
        parser.Parse(text.encode("utf-8"), True)
    except (expat.ExpatError, _RefusedError, ValueError):
        return None
    return "".join(copy.written)


class _Copy:
    """What has been written so far, and where in the drawing the reader stands."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._open: list[str] = []
        self._skipped = 0  # depth inside an element that is left out
        self._elements = 0
        self._owners: dict[str, str] = {}  # each id, and the kind of element that bore it first

    def start(self, qualified: str, attributes: dict[str, str]) -> None:
        """Write an element's start tag, or begin to leave the element out."""
        namespace, _, name = qualified.rpartition(" ")
        self._elements += 1
        if not self._open and (name != "svg" or namespace not in {_SVG, ""}):
            raise _RefusedError
        if self._elements > _MAX_ELEMENTS or len(self._open) + self._skipped > _MAX_DEPTH:
            raise _RefusedError
        if self._skipped or name not in _TAGS or namespace not in {_SVG, ""}:
            self._skipped += 1
            return
        kept = self._clean_attributes(name, attributes)
        if not self._open:
            kept["xmlns"] = _SVG
        if "id" in kept:
            self._owners.setdefault(kept["id"], name)
        self._open.append(name)
        self.written.append(f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in kept.items())}>")

    def end(self, _qualified: str) -> None:
        """Write an element's end tag, or stop leaving it out."""
        if self._skipped:
            self._skipped -= 1
        else:
            self.written.append(f"</{self._open.pop()}>")

    def characters(self, text: str) -> None:
        """Write text where text is drawn."""
        if not self._skipped and self._open and self._open[-1] in {"text", "tspan"}:
            self.written.append(escape(text))

    def refuse(self, *_declaration: object) -> None:
        """Refuse a file that declares entities."""
        raise _RefusedError

    def _clean_attributes(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        # References that may contain references draw exponentially many shapes from a few lines:
        # `use` may repeat a single shape only, and nothing inside a clip path refers to anything.
        may_refer = "clipPath" not in self._open
        kept: dict[str, str] = {}
        for attribute, value in attributes.items():
            if attribute in {"href", f"{_XLINK} href"}:
                if name == "use" and may_refer and self._owners.get(value.removeprefix("#")) in _SHAPES:
                    kept["href"] = value
            elif attribute == "style":
                kept["style"] = _clean_style(value, may_refer)
            elif attribute in _ATTRIBUTES and _is_plain(value, may_refer):
                kept[attribute] = value
        return kept


def _clean_style(text: str, may_refer: bool) -> str:
    """Return the drawing properties among the declarations of a style attribute, each with a plain value."""
    declarations = (declaration.partition(":") for declaration in text.split(";"))
    return "; ".join(
        f"{name.strip()}: {value.strip()}"
        for name, _, value in declarations
        if name.strip() in _ATTRIBUTES and _is_plain(value, may_refer)
    )


def _is_plain(value: str, may_refer: bool) -> bool:
    """Whether these are numbers, names, paths and references into the same drawing and nothing else."""
    rest = _LOCAL_URL.sub("", value) if may_refer else value
    return _PLAIN_VALUE.fullmatch(rest) is not None and _LOADS.search(rest) is None
