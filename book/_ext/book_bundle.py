"""The students' bundle beside the built book, and the role `bundle` that links to it from any page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.roles import XRefRole

from autograder.bundle import NAME, bundle

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def write_bundle(app: Sphinx, exception: Exception | None) -> None:
    """Write the bundle into the built site; a book without exercises has none."""
    if exception is None and app.builder.name == "html" and (Path(app.srcdir) / "exercises").is_dir():
        (Path(app.outdir) / f"{NAME}.zip").write_bytes(bundle(Path(app.srcdir)))


def link(
    _app: Sphinx, _env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Turn the role into a link from where the page is; the one-file edition makes plain words of it."""
    if node["reftype"] != "bundle":
        return None
    up = "../" * node["refdoc"].count("/")
    return nodes.reference("", "", nodes.Text(content.astext()), refuri=f"{up}{NAME}.zip", internal=False)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the role and the file."""
    app.add_role("bundle", XRefRole())
    app.connect("missing-reference", link)
    app.connect("build-finished", write_bundle)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
