"""Whoever opens a hostile hand-in, in formgrader, as feedback or in a page of nbconvert's, runs nothing of it.

The whole way: the payloads of payloads.py are handed in as cells, outputs and metadata, graded in the real sandbox,
rendered with nbgrader's and nbconvert's own templates, and opened in Chromium beside an honest hand-in. What the
templates themselves ask for, MathJax and require.js, is refused, and is the same for both.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil

import nbformat
import pytest
from inside import grade
from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader import handlers
from payloads import MARKDOWN, MARKUP, OTHER_KINDS, SVG, TERMINAL, TEX
from traitlets.config import Config

from autograder.assignment import load_assignment, reference_notebook
from autograder.nbgrader_steps import generate_feedback

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = [
    pytest.mark.browser, pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"),
]
NAME = "averages"
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
DISPLAYED = f"""
import sys
from IPython.display import display

kinds = {{"text/html": {MARKUP!r}, "text/markdown": {[*MARKUP, *TEX]!r}, "text/latex": {[*TEX, *MARKUP]!r},
          "image/svg+xml": {SVG!r}, "text/plain": {[*MARKUP, *TERMINAL]!r}}}
def show(kind):
    for payload in kinds[kind]:
        display({{kind: payload}}, raw=True)
class Shown:
    def __repr__(self): return {EVIL!r}
    def _repr_html_(self): return {EVIL!r}
    def _repr_svg_(self): return {SVG[0]!r}
    def _repr_javascript_(self): return "alert(1)"
    def _repr_mimebundle_(self, **_): return {{kind: {EVIL!r} for kind in {OTHER_KINDS!r}}}
"""
CODE = [
    DISPLAYED,
    *(f"show({kind!r})" for kind in ("text/html", "text/markdown", "text/latex", "image/svg+xml", "text/plain")),
    f"for kind in {OTHER_KINDS!r}:\n    display({{kind: {EVIL!r}}}, raw=True)",
    f"for text in {[*MARKUP, *TERMINAL]!r}:\n    print(text)\n    print(text, file=sys.stderr)",
    "Shown()", f"raise ValueError({EVIL!r})", f"raise type({EVIL!r}, (Exception,), {{}})({EVIL!r})",
    f"raise SyntaxError({EVIL!r}, ({EVIL!r}, 1, 1, {EVIL!r}))",
    f"# {EVIL}\n'''</pre></div><script>alert(1)</script>'''",
]


def hostile(notebook):
    """Return a notebook as JSON with every payload in it, wherever a notebook holds text."""
    crowded = json.loads(nbformat.writes(notebook))
    written = next(cell for cell in crowded["cells"] if cell["metadata"]["nbgrader"]["grade_id"] == "why")
    written["source"] = "\n\n".join([*MARKUP, *TEX])
    crowded["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": text} for text in [*MARKDOWN, *TEX]]
    crowded["cells"] += [{"cell_type": "code", "metadata": {}, "source": source} for source in CODE]
    crowded["cells"] += [{"cell_type": kind, "metadata": {"raw_mimetype": "text/html", "format": "text/html"},
                          "source": EVIL} for kind in ("raw", "html", "heading", EVIL)]
    crowded["metadata"] |= {
        "title": EVIL, "authors": [{"name": EVIL}], "kernelspec": {"name": EVIL, "display_name": EVIL},
        "language_info": {"name": EVIL, "pygments_lexer": EVIL, "codemirror_mode": EVIL, "mimetype": EVIL},
        "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {EVIL: {"model_name": EVIL}}}},
    }
    for cell in crowded["cells"]:
        cell["id"] = EVIL
        cell["metadata"] |= {"tags": [EVIL], "name": EVIL, "slideshow": {"slide_type": EVIL}, "collapsed": EVIL}
        cell["attachments"] = {"x.png": {"image/svg+xml": SVG[0]}, EVIL: {"text/html": EVIL}}
        cell["outputs"] = [{"output_type": "display_data", "data": {"text/html": EVIL}, "metadata": {EVIL: EVIL}}]
    return crowded


@pytest.fixture(scope="module")
def graded(made_small_course, sandbox, tmp_path_factory):
    """A course in which `ada` handed in everything hostile, and `bo` the plain solution."""
    course = shutil.copytree(made_small_course, tmp_path_factory.mktemp("hostile") / "course")
    honest = reference_notebook(load_assignment(course, NAME))
    for student, content in (("ada", hostile(honest)), ("bo", json.loads(nbformat.writes(honest)))):
        folder = course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_text(json.dumps(content))
    patch = pytest.MonkeyPatch()
    assert grade(patch, sandbox, course, NAME) == 0
    generate_feedback(course, NAME, ["ada", "bo"])
    return course


def executed(course, student):
    return course / "autograded" / student / NAME / f"{NAME}.ipynb"


def as_formgrader(notebook):
    """Render as formgrader's submission view does: its template, its exporter, its resources."""
    config = Config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    resources = {
        "assignment_id": NAME, "notebook_id": NAME, "submission_id": "1", "index": 0, "total": 2, "base_url": "",
        "student": "ada", "first_name": None, "last_name": None, "mathjax_url": "https://mathjax.example/MathJax.js",
        "my_mathjax": "https://mathjax.example/MathJax.js",
    }
    return HTMLExporter(config=config).from_filename(str(notebook), resources=resources)[0]


def page_of(course, student, view):
    if view == "feedback":
        return (course / "feedback" / student / NAME / f"{NAME}.html").read_text()
    if view == "formgrader":
        return as_formgrader(executed(course, student))
    return HTMLExporter(template_name=view).from_filename(str(executed(course, student)))[0]


LOOK = r"""() => {
    const all = [...document.querySelectorAll("*")];
    const tags = {};
    for (const element of all)
        if (/^(script|iframe|frame|object|embed|applet|form|base|meta|link|style|video|audio)$/.test(element.localName))
            tags[element.localName] = (tags[element.localName] || 0) + 1;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const tex = [];
    while (texts.nextNode())
        if (!texts.currentNode.parentElement.closest("pre, code, script, style, textarea"))
            tex.push(texts.currentNode.data);
    return {
        tags,
        handlers: all.flatMap(e => e.getAttributeNames()).filter(n => n.startsWith("on") || n === "srcdoc"),
        links: [...document.querySelectorAll("a[href], area[href]")].map(e => e.href),
        loads: all.flatMap(e => [e.getAttribute("src"), e.getAttribute("poster"), e.getAttribute("background")])
            .filter(url => url && !url.startsWith("data:image/")),
        tex: tex.join("\n"),
    };
}"""


def opened(browser, path, html):
    """Open a page in Chromium and return what it ran, what it asked for, and what it holds."""
    path.write_text(html)
    ran, asked = [], []
    with contextlib.closing(browser.new_context()) as context:
        context.route("**/*", lambda route: (asked.append(route.request.url), route.abort())[1]
                      if not route.request.url.startswith((path.as_uri(), "data:")) else route.continue_())
        tab = context.new_page()
        tab.on("dialog", lambda dialog: (ran.append(f"dialog {dialog.message}"), dialog.dismiss()))
        tab.on("popup", lambda popup: ran.append(f"popup {popup.url}"))
        tab.goto(path.as_uri(), wait_until="load")
        tab.mouse.move(200, 200)
        tab.keyboard.press("Tab")
        tab.wait_for_timeout(500)
        seen = tab.evaluate(LOOK)
        if tab.url != path.as_uri():
            ran.append(f"left for {tab.url}")
    return seen | {"ran": ran, "asked": sorted(set(asked))}


DANGEROUS_TEX = re.compile(
    r"\\(?:href|url|html|class|style|cssId|data|require|unicode|bbox|mmlToken|includegraphics)(?![a-z])"
)


@pytest.mark.parametrize("view", ["formgrader", "feedback", "lab", "classic"])
def test_nothing_of_a_hostile_hand_in_runs_or_loads(graded, browser, tmp_path, view):
    honest = opened(browser, tmp_path / "honest.html", page_of(graded, "bo", view))
    seen = opened(browser, tmp_path / "hostile.html", page_of(graded, "ada", view))

    assert honest["ran"] == []
    assert seen["ran"] == []
    assert set(seen["asked"]) <= set(honest["asked"])
    assert seen["tags"] == honest["tags"]
    assert set(seen["handlers"]) <= set(honest["handlers"])
    assert set(seen["loads"]) <= set(honest["loads"])
    local = (tmp_path / "hostile.html").as_uri()
    odd = [link for link in seen["links"] if not link.startswith(("http:", "https:", "mailto:", f"{local}#"))]
    assert set(odd) <= {link.replace("honest", "hostile") for link in honest["links"]}
    assert DANGEROUS_TEX.findall(seen["tex"]) == []


def test_there_are_at_least_sixty_payloads_and_they_were_run(graded):
    assert len({*MARKUP, *MARKDOWN, *SVG, *TEX, *TERMINAL, *OTHER_KINDS}) >= 60
    notebook = nbformat.read(executed(graded, "ada"), as_version=4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert len(outputs) > 4 * len(MARKUP)
    assert {output.output_type for output in outputs} == {"display_data", "execute_result", "stream", "error"}


@pytest.mark.parametrize("view", ["formgrader", "lab"])
def test_the_browser_would_have_noticed(graded, browser, tmp_path, view):
    """The same notebook with the payloads put back: they run."""
    notebook = nbformat.read(executed(graded, "ada"), as_version=4)
    notebook.cells += [nbformat.v4.new_markdown_cell(text) for text in MARKUP]
    notebook.cells += [nbformat.v4.new_markdown_cell(text) for text in TEX]
    raw = tmp_path / f"{NAME}.ipynb"
    nbformat.write(notebook, raw)
    html = as_formgrader(raw) if view == "formgrader" else HTMLExporter(template_name=view).from_filename(str(raw))[0]

    seen = opened(browser, tmp_path / "raw.html", html)

    assert any(one.startswith(("dialog", "left for")) for one in seen["ran"])
    assert any("evil.example" in url for url in seen["asked"])
    assert all(map(DANGEROUS_TEX.search, TEX[:-1]))
