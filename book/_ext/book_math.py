"""Mathematics as MathML, written at build time, with a font cut to the characters the book uses."""

from __future__ import annotations

import html
import re
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from fontTools import subset
from fontTools.ttLib import TTFont
from math_core import LatexError, LatexToMathML
from sphinx.errors import SphinxError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.math import get_node_equation_number

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

PUNCTUATION = re.compile(r"[.,;:?!)]+")
FONT_FILE = "_static/stix-two-math.woff"
MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)


class MathError(SphinxError):
    """A formula that cannot be converted."""

    category = "Mathematics"


def convert(latex: str, *, display: bool, where: str) -> str:
    """Return a formula as MathML, or fail naming the page and the formula."""
    try:
        return LatexToMathML(annotation=False).convert_with_local_state(latex, displaystyle=display)
    except LatexError as error:
        message = f"{where}: the formula {latex!r} cannot be converted to MathML. Use plainer LaTeX.\n{error}"
        raise MathError(message) from error


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    """Write a formula inside a line."""
    self.body.append(convert(node.astext(), display=False, where=self.builder.current_docname))
    raise nodes.SkipNode


def visit_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula on its own line."""
    identifier = f' id="{node["ids"][0]}"' if node["ids"] else ""
    self.body.append(f'<div class="formula"{identifier}>')
    self.body.append(convert(node.astext(), display=True, where=self.builder.current_docname))
    if node["number"]:
        self.body.append(f'<span class="formula-number">({get_node_equation_number(self, node)})</span>')
    self.body.append("</div>\n")
    raise nodes.SkipNode


class KeepPunctuation(SphinxPostTransform):
    """Keep a full stop or a comma on the line of the formula before it; browsers would break there."""

    default_priority = 900
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Put each such formula and its punctuation into one unbreakable span."""
        for formula in list(self.document.findall(nodes.math)):
            following = formula.next_node(descend=False, siblings=True)
            mark = PUNCTUATION.match(following) if isinstance(following, nodes.Text) else None
            if mark is None:
                continue
            together = nodes.inline("", "", classes=["unbroken"])
            formula.parent.replace(following, nodes.Text(following[mark.end() :]))
            formula.parent.replace(formula, together)
            together += [formula, nodes.Text(mark[0])]


def write_font(app: Sphinx, exception: Exception | None) -> None:
    """Cut STIX Two Math (SIL Open Font License, comes with ziamath) to the characters in the built pages."""
    if exception or app.builder.format != "html":
        return
    output = Path(app.outdir)
    used: set[str] = set("0123456789+-−=()[]{}|‖√∑^ˆ¯~˜˙′")
    for page in output.rglob("*.html"):
        for formula in MATHML.findall(page.read_text(encoding="utf-8")):
            used |= set(html.unescape(re.sub(r"<[^>]+>", "", formula)))
    # Browsers draw a single-letter <mi> in its mathematical italic form, a character of its own in the font.
    used |= {italic(character) for character in used}
    with as_file(files("ziamath") / "fonts" / "STIXTwoMath-Regular.ttf") as source:
        font = TTFont(source)
    options = subset.Options(layout_features=["*"], notdef_outline=True, name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes={ord(character) for character in used})
    cutter.subset(font)
    font.flavor = "woff"
    font.save(output / FONT_FILE)


def italic(character: str) -> str:
    """Return the mathematical italic form of a letter, or the character itself."""
    if character == "h":
        return "ℎ"
    for first, last, start in (
        ("A", "Z", 0x1D434),
        ("a", "z", 0x1D44E),
        ("Α", "Ω", 0x1D6E2),
        ("α", "ω", 0x1D6FC),
    ):
        if first <= character <= last:
            return chr(start + ord(character) - ord(first))
    return {"∂": "𝜕", "ϵ": "𝜖", "ϑ": "𝜗", "ϕ": "𝜙", "∇": "𝛻"}.get(character, character)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the renderer."""
    app.add_html_math_renderer("mathml", inline_renderers=(visit_inline, None), block_renderers=(visit_block, None))
    app.add_post_transform(KeepPunctuation)
    app.connect("build-finished", write_font)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
