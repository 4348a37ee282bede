"""HTML, SVG and TeX from a student's outputs, rebuilt from an allow list."""

import re
from xml.etree.ElementTree import Element, ParseError, tostring

import nh3
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

_BLOCKS = {"blockquote", "dd", "div", "dl", "dt", "hr", "li", "ol", "p", "pre", "ul"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {"a", "b", "br", "code", "em", "i", "kbd", "s", "small", "span", "strong", "sub", "sup", "u"}
_TABLE = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_EMPTIED = {"iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style", "svg", "template", "title"}
_LARGEST_SPAN = 1000


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """A table cell that claims a million columns freezes the page: such a span is dropped."""
    if name in {"colspan", "rowspan"}:
        return value if re.fullmatch(r"\d{1,4}", value) and int(value) <= _LARGEST_SPAN else None
    return value


_HTML = nh3.Cleaner(
    tags=_BLOCKS | _HEADINGS | _INLINE | _TABLE,
    clean_content_tags=_EMPTIED,
    attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
    allowed_classes={"table": {"dataframe"}},
    attribute_filter=_keep_attribute,
    link_rel="noopener noreferrer nofollow",
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    strip_comments=True,
)

# MathJax commands that make links, attributes, style or look names up; TeX itself needs none of them.
_TEX_COMMAND = re.compile(
    r"\\+(?=(?:href|url|html[a-z]*|class|style|cssid|data|require|csname|unicode|bbox|mmltoken|includegraphics)"
    r"(?![a-z]))",
    re.IGNORECASE,
)

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_SVG_TAGS = frozenset(
    "circle clipPath defs ellipse g line linearGradient marker mask path pattern polygon polyline "
    "radialGradient rect stop svg symbol text tspan use".split()
)
_SVG_ATTRIBUTES = frozenset(
    "clip-path clip-rule clipPathUnits cx cy d dx dy dominant-baseline fill fill-opacity fill-rule font-family "
    "font-size font-style font-weight fx fy gradientTransform gradientUnits height id markerHeight markerUnits "
    "markerWidth offset opacity orient patternTransform patternUnits points preserveAspectRatio r refX refY rx ry "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width text-anchor transform version viewBox width x x1 x2 y y1 y2".split()
)
_LOCAL_URL = re.compile(r"url\(#[\w.:-]+\)")
_PLAIN_VALUE = re.compile(r"[\w\s#%.,()+*/'-]*")
_MAX_SVG_ELEMENTS = 20_000
_MAX_SVG_DEPTH = 50


def clean_html(text: str) -> str:
    """`text` with the tables, lists and emphasis of a notebook output and nothing that runs, loads or styles."""
    return clean_tex(_HTML.clean(text))


def clean_tex(text: str) -> str:
    """`text` in which MathJax finds no command that makes a link, an attribute or a style: their backslash goes."""
    return _TEX_COMMAND.sub("", text)


def has_unsafe_tex(text: str) -> bool:
    """Whether MathJax would find, in `text` as the browser shows it, a command that `clean_tex` removes."""
    return _TEX_COMMAND.search(text) is not None


def clean_svg(text: str) -> str | None:
    """A drawing with the same shapes and no script, style sheet, event or outside reference; None if it isn't one."""
    try:
        root = fromstring(text, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return None
    if root.tag not in {f"{{{_SVG}}}svg", "svg"}:
        return None
    budget = [_MAX_SVG_ELEMENTS]
    drawing = _clean_element(root, budget, depth=0)
    if drawing is None or budget[0] <= 0:
        return None
    drawing.set("xmlns", _SVG)
    return tostring(drawing, encoding="unicode")


def _clean_element(element: Element, budget: list[int], depth: int) -> Element | None:
    name = element.tag.removeprefix(f"{{{_SVG}}}") if isinstance(element.tag, str) else ""
    budget[0] -= 1
    if name not in _SVG_TAGS or budget[0] <= 0 or depth > _MAX_SVG_DEPTH:
        return None
    clean = Element(name)
    clean.text = element.text if name in {"text", "tspan"} else None
    for attribute, value in element.attrib.items():
        if attribute in {"href", _XLINK_HREF}:
            if name == "use" and re.fullmatch(r"#[\w.:-]+", value):
                clean.set("href", value)
        elif attribute == "style":
            clean.set("style", _clean_style(value))
        elif attribute in _SVG_ATTRIBUTES and _is_plain(value):
            clean.set(attribute, value)
    for child in element:
        kept = _clean_element(child, budget, depth + 1)
        if kept is not None:
            kept.tail = child.tail if name in {"text", "tspan"} else None
            clean.append(kept)
    return clean


def _clean_style(value: str) -> str:
    """The drawing properties among the declarations of a style attribute, each with a plain value."""
    declarations = (declaration.partition(":") for declaration in value.split(";"))
    return "; ".join(
        f"{name.strip()}: {plain.strip()}"
        for name, _, plain in declarations
        if name.strip() in _SVG_ATTRIBUTES and _is_plain(plain)
    )


def _is_plain(value: str) -> bool:
    """Numbers, names, paths and references into the same drawing; no address, no escape, no function that loads."""
    rest = _LOCAL_URL.sub("", value)
    return _PLAIN_VALUE.fullmatch(rest) is not None and re.search(r"url|image|expression", rest, re.I) is None
