"""Interactive figures: a script, its data from an executed cell and a few words, hidden until the script runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.writers.html5 import HTML5Translator

STATIC = Path(__file__).resolve().parent.parent / "_static"
METADATA_KEY = "interactive"


class InteractiveNode(nodes.General, nodes.Element):
    """A box with a title, words, a place to draw in, and data."""


class Interactive(SphinxDirective):
    """An interactive figure: `:script: rates` runs `_static/interactive-rates.js` on that name's data."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"script": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the box with its data."""
        self.assert_has_content()
        if "script" not in self.options:
            raise self.error("interactive: the option :script: is missing; it names a script in book/_static/.")
        name = self.options["script"]
        if not (STATIC / f"interactive-{name}.js").is_file():
            raise self.error(f"interactive: no script book/_static/interactive-{name}.js; write it or change :script:.")
        data = self.data(name)
        node = InteractiveNode("", name=name, title=self.arguments[0], data=json.dumps(data, separators=(",", ":")))
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]

    def data(self, name: str) -> object:
        """Return what a cell of this page displayed as JSON under a figure's name."""
        renderer = self.state.document.get("nb_renderer")
        cells = renderer.renderer.nb_client.notebook.cells if renderer else []
        for cell in cells:
            for output in cell.get("outputs", []):
                if output.get("metadata", {}).get(METADATA_KEY) == name:
                    return output["data"]["application/json"]
        message = f'display(JSON(data), metadata={{"{METADATA_KEY}": "{name}"}})'
        raise self.error(f"interactive: no cell of this page gives the data of {name!r}; add {message}.")


def visit_interactive(self: HTML5Translator, node: InteractiveNode) -> None:
    """Open the box; without scripts it stays hidden."""
    name, title = node["name"], self.encode(node["title"])
    names = f'id="interactive-{name}" aria-labelledby="interactive-{name}-title"'
    self.body.append(f'<div class="interactive" role="group" {names} hidden>\n')
    self.body.append(f'<p class="interactive-title" id="interactive-{name}-title">{title}</p>\n')


def depart_interactive(self: HTML5Translator, node: InteractiveNode) -> None:
    """Close the box; the shared style and script come before a page's first figure."""
    # No key of JSON data may end the script element that holds it.
    data = node["data"].replace("<", "\\u003c")
    static = "../" * self.builder.current_docname.count("/") + "_static"
    self.body.append(f'<div class="stage"></div>\n<script type="application/json">{data}</script>\n</div>\n')
    if node is next(iter(node.document.findall(InteractiveNode))):  # type: ignore[union-attr]
        self.body.append(f'<link rel="stylesheet" href="{static}/interactive.css">\n')
        self.body.append(f'<script src="{static}/interactive.js" defer></script>\n')
    self.body.append(f'<script src="{static}/interactive-{node["name"]}.js" defer></script>\n')


def add_static_files(_app: Sphinx, config: Config) -> None:
    """Have the scripts copied beside the pages."""
    if STATIC.is_dir():
        config.html_static_path.append(str(STATIC))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and how its node becomes HTML."""
    app.add_directive("interactive", Interactive)
    app.add_node(InteractiveNode, html=(visit_interactive, depart_interactive))
    app.connect("config-inited", add_static_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
