"""The boxes every page is made of: objectives, predict, misconception and exercises."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LAST_PREDICTION_LINE = "Write your answer down before you read on."


def labelled(label: str, *content: nodes.Node) -> nodes.paragraph:
    """Return a paragraph that opens with a label in bold."""
    return nodes.paragraph("", "", nodes.strong(label, label), nodes.Text(" "), *content)


class Box(SphinxDirective):
    """A titled box; each kind says what stands in its title."""

    has_content = True

    def box(self, kind: str, *title: nodes.Node) -> nodes.admonition:
        """Return the box with its title and the directive's content."""
        self.assert_has_content()
        node = nodes.admonition("", nodes.title("", "", *title), classes=["box", kind])
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        return node

    def inline(self, text: str) -> list[nodes.Node]:
        """Return one line of Markdown as nodes."""
        parsed, messages = self.state.inline_text(text, self.lineno)
        return [*parsed, *messages]


class Objectives(Box):
    """What a page teaches, what it needs and how long it takes."""

    option_spec: ClassVar[dict[str, Any]] = {
        "minutes": directives.positive_int,
        "needs": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the box at the head of a page."""
        for option in ("minutes", "needs"):
            if option not in self.options:
                raise self.error(f"objectives: the option :{option}: is missing; add it below the opening line.")
        node = self.box("objectives", nodes.Text("After this page you can"))
        node += labelled("You need", *self.inline(self.options["needs"]))
        node += labelled("Time", nodes.Text(f"about {self.options['minutes']} minutes"))
        return [node]


class Predict(Box):
    """A question to answer before the result is shown."""

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        node = self.box("predict", nodes.Text("Predict first"))
        node += nodes.paragraph("", LAST_PREDICTION_LINE, classes=["last-line"])
        return [node]


class Misconception(Box):
    """A belief many readers hold, and what is wrong with it."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"number": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Return the box; it can be linked to as `#misconception-<number>`."""
        if "number" not in self.options:
            raise self.error("misconception: the option :number: is missing; take it from the list of misconceptions.")
        number = self.options["number"]
        node = self.box("misconception", nodes.Text(f"Misconception {number}: "), *self.inline(self.arguments[0]))
        name = f"misconception-{number}"
        node["names"].append(name)
        self.state.document.note_explicit_target(node, node)
        return [node]


class Exercises(Box):
    """The exercises a page prepares for, with the assignment's notebook to download."""

    option_spec: ClassVar[dict[str, Any]] = {"assignment": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the box at the foot of a page."""
        if "assignment" not in self.options:
            raise self.error("exercises: the option :assignment: is missing; it names a folder in exercises/.")
        assignment = self.options["assignment"]
        node = self.box("exercises", nodes.Text("Exercises this page prepares for"))
        relative = f"exercises/{assignment}/{assignment}.ipynb"
        if (Path(self.env.app.srcdir) / relative).is_file():
            self.env.note_dependency(relative)
            depth = self.env.docname.count("/")
            link = nodes.reference("", relative, refuri="../" * depth + f"notebooks/{assignment}.ipynb")
            node += labelled("Notebook", link)
        else:
            node += labelled("Notebook", nodes.literal(relative, relative))
        return [node]


def copy_assignments(app: Sphinx, exception: Exception | None) -> None:
    """Put the assignments' notebooks beside the pages, so that `exercises` boxes can link to them."""
    if exception or app.builder.format != "html":
        return
    target = Path(app.outdir) / "notebooks"
    target.mkdir(exist_ok=True)
    for notebook in sorted((Path(app.srcdir) / "exercises").glob("*/*.ipynb")):
        if notebook.stem == notebook.parent.name:
            shutil.copyfile(notebook, target / notebook.name)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the boxes."""
    app.add_directive("objectives", Objectives)
    app.add_directive("predict", Predict)
    app.add_directive("misconception", Misconception)
    app.add_directive("exercises", Exercises)
    app.connect("build-finished", copy_assignments)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
