"""What a student's notebook shows is text, pictures and tables, and nothing else."""

from __future__ import annotations

import base64
import contextlib
import html
import io
import signal
import struct
import zlib

import matplotlib.figure
import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters import ansi2html, markdown2html
from payloads import MARKDOWN, MARKUP

from autograder import safe_html, sanitise
from autograder.safe_html import clean_html, clean_tex, has_unsafe_tex
from autograder.safe_markdown import is_harmless
from autograder.safe_svg import clean_svg
from autograder.sanitise import clean_markdown, clean_outputs
from autograder.settings import Limits

LIMITS = Limits()

UNCHANGED = [
    "a < b, b > a, 1 <2, p<.05, x <- 3, a <= b",
    "x_1 * y and *stress* and **more** and ~~less~~",
    "$\\hat y = \\hat a x + \\hat b$, $a<b$, $x_1 * y$",
    "$$\n\\sum_i (y_i - \\hat y_i)^2 < \\varepsilon\n$$",
    "\\begin{align}\na &< b \\\\\nb &> c\n\\end{align}",
    "`a<b>c`, ``x ` <y>``, `[x](y)`",
    "```python\nif a<b:\n    print('<b>')\n```",
    "```\n<script>\n```",
    "# Title\n\n1. one\n2. two\n\n* a\n* b\n\n> said\n\n---\n\n| a | b |\n|--:|:--|\n| 1 | 2 |",
    "[SciPy](https://scipy.org) and <https://pytorch.org> and https://numpy.org and [up](#top)",
    "[SciPy][1]\n\n[1]: https://docs.scipy.org/doc/scipy/?a=b&c=d#e",
    "H<sub>2</sub>O, x<sup>2</sup>, line<br>break, <b>bold</b>",
    "It costs $5 or $6; 3 &lt; 4; caf\u00e9 \u2212 \u03b1 \u221a2",
    "![dot](data:image/png;base64,iVBORw0KGgo=)",
    "",
]


def png(width=2, height=2):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\0\0\0" * width for _ in range(height)) if width < 100 else b""
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunks).decode()


def figure_svg():
    figure = matplotlib.figure.Figure(figsize=(3, 2))
    axes = figure.subplots()
    axes.plot([1, 2, 3], [2, 3, 1], "o-")
    axes.set_title("a < b & c")
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg")
    return buffer.getvalue()


def display(**data):
    data = {kind.replace("_", "/", 1): content for kind, content in data.items()}
    return {"output_type": "display_data", "data": data, "metadata": {}}


ALLOWANCE = int(LIMITS.display_mb * 2**20)


def shown(output, limits=LIMITS):
    (clean,), _ = clean_outputs([output], limits, ALLOWANCE)
    return clean


def paid(outputs):
    """What showing these takes from the notebook's allowance."""
    return ALLOWANCE - clean_outputs(outputs, LIMITS, ALLOWANCE)[1]


def assert_valid(outputs):
    cell = nbformat.v4.new_code_cell(outputs=outputs)
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))


@pytest.fixture
def not_for_hours():
    """End a test that does not end by itself: what it guards takes well under a second, or hours."""

    def stop(*_signal):
        raise TimeoutError("what should take a moment takes hours")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(120)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


# Markdown


@pytest.mark.parametrize("text", UNCHANGED)
def test_honest_markdown_stays_as_it_is(text):
    assert clean_markdown(text) == text


@pytest.mark.parametrize("text", MARKDOWN)
def test_hostile_markdown_is_harmless_and_stays_so(text):
    cleaned = clean_markdown(text)

    assert is_harmless(cleaned)
    assert is_harmless(clean_markdown(cleaned))


def test_the_check_can_fail():
    harmful = [text for text in MARKDOWN if not is_harmless(text)]

    assert len(harmful) > 0.7 * len(MARKDOWN)


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b onclick=alert(1)>x</b>", "<!-- a -->"]
)
def test_html_in_markdown_is_shown_as_it_was_typed(payload):
    assert html.escape(payload, quote=False) in markdown2html(clean_markdown(f"text {payload} text"))


def test_a_link_that_is_not_to_the_web_is_left_as_text():
    assert clean_markdown("[x](javascript:alert(1))") == "[x] (javascript:alert(1))"
    assert clean_markdown("![x](https://e.org/x.png)") == "[x](https://e.org/x.png)"


def test_long_text_is_cut_with_a_note_of_how_much():
    cleaned = clean_markdown("word " * 10_000)

    assert len(cleaned) < 21_000
    assert "[... 30000 characters not shown ...]" in cleaned


@pytest.mark.parametrize(
    "piece",
    [
        "[", "![", "*a ", "`` ` ", "$", "\\begin{a}", "<", "> ", "* a\n ", "[a](", "[a]:", "\\\\[", "\\\\(",
        "|a|\n|-|\n", "\\", "~", "~~~",
    ],
)
@pytest.mark.usefixtures("not_for_hours")
def test_markdown_made_to_be_slow_is_not(piece):
    assert clean_markdown((piece * 20_000)[:20_000])


@pytest.mark.usefixtures("not_for_hours")
def test_reading_a_line_of_fences_takes_no_hours():
    text = "~" * 2_000_000

    assert clean_markdown(text, len(text)) == text


def test_text_that_opens_formulas_all_over_is_spelled_out():
    assert "\\" not in clean_markdown("\\\\(a " * 1000)
    assert clean_markdown("\\\\(a\\\\) " * 90) == "\\\\(a\\\\) " * 90


marks = [
    *MARKUP[:12], "`", "```", "$", "$$", "[", "](", ")", "!", "\n", "\n\n", "    ", "\\", "javascript:alert(1)",
    "<", ">", "mermaid", "|", "- ", "&#36;", "href{x}{y}",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(marks), max_size=12).map("".join))
def test_no_mixture_of_marks_gets_through(text):
    assert is_harmless(clean_markdown(text))


# HTML and TeX


NOTE = "a picture: not shown here, see the notebook that was handed in"
LARGE = "data:image/png;base64," + "iVBORw0KGgo" * 4000


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("See ![image.png](attachment:image.png), there.", f"See [image.png] ({NOTE}), there."),
        ("![a](<attachment:image.png>)", f"[a] ({NOTE})"),
        (f"![]({LARGE}) see picture", f"[] ({NOTE}) see picture"),
        ("![x](data:image/svg+xml;base64,PHN2Zy8+)", f"[x] ({NOTE})"),
        (f'<img src="{LARGE}" width="5">', f"({NOTE})"),
        ("<img width='5' src=attachment:a.png />", f"({NOTE})"),
        (f"![][one]\n\n[one]: <{LARGE}>", f"![][one]\n\n[one] : ({NOTE})"),
        ("![a](https://example.org/a.png)", "[a](https://example.org/a.png)"),
    ],
    ids=lambda text: text[:20],
)
def test_a_note_stands_where_a_picture_was_pasted(text, clean):
    assert clean_markdown(text) == clean
    assert is_harmless(clean)


@pytest.mark.parametrize(
    "rest", ["![a](attachment:a", "![a](attachment:a)(javascript:alert(1))", "<img src=data:image/x>"],
)
def test_a_note_hides_nothing_that_would_run(rest):
    assert is_harmless(clean_markdown(f"{rest}<script>alert(1)</script>" * 3))


@pytest.mark.parametrize("payload", MARKUP)
def test_hostile_html_loses_what_harms(payload):
    cleaned = clean_html(payload)

    assert cleaned is not None
    left = cleaned.lower().replace("&lt;", "")
    for word in ("<script", "<img", "<svg", "<iframe", "<style", "<form", "evil.example", "href=", "style="):
        assert word not in left


def test_a_table_of_pandas_stays_a_table():
    table = (
        '<div>\n<style scoped>.dataframe tbody tr th {vertical-align: top;}</style>\n'
        '<table border="1" class="dataframe">\n'
        '<thead>\n<tr style="text-align: right;"><th></th><th>x</th></tr>\n</thead>\n'
        "<tbody>\n<tr><th>0</th><td>1.5</td></tr>\n</tbody>\n</table>\n</div>"
    )

    cleaned = shown(display(text_html=table)).data["text/html"]

    assert '<table class="dataframe">' in cleaned
    assert "<td>1.5</td>" in cleaned
    assert "style" not in cleaned


def test_links_to_the_web_stay_and_carry_no_referrer():
    cleaned = clean_html('<a href="https://scipy.org" target="_blank">SciPy</a>')

    assert cleaned == '<a href="https://scipy.org" rel="noopener noreferrer nofollow">SciPy</a>'


def test_a_cell_that_spans_a_million_columns_spans_one():
    cleaned = clean_html("<table><tbody><tr><td colspan=1000000 rowspan=2>x</td></tr></tbody></table>")

    assert cleaned == '<table><tbody><tr><td rowspan="2">x</td></tr></tbody></table>'


def test_tex_keeps_its_formulas_and_loses_its_links():
    latex = shown(display(text_latex="$\\frac{a}{b} \\href{javascript:alert(1)}{x}$")).data["text/latex"]

    assert latex == "$\\frac{a}{b} href{javascript:alert(1)}{x}$"


SLOW_HTML = {
    "deep": "<div>" * 5000,
    "crossed": "<b></i>" * 5000,
    "large": "<p>x</p>" * 100_000,
    "attributes": "<b " + " ".join(f"a{i}=1" for i in range(50_000)) + ">",
    "attributes behind a comment": "<!-- <b x=' --><b " + " ".join(f"a{i}=1" for i in range(5000)) + ">'",
    "attributes with quotes": "<b" + "".join(f" a{i}='>'" for i in range(5000)) + ">",
    "attributes of one root": "".join(f"<html a{i}=1></html>" for i in range(20_000)),
    "ended in comments": "<div><!--</div>-->" * 20_000,
    "ended in a title": "<div><title></div></title>" * 15_000,
    "ended in attributes": "<div><br x='</div>'>" * 20_000,
    "ended in a declaration": "<div><?</div>" * 20_000,
    "comment in a comment": "<div><<!-- -->!--</div>-->" * 15_000,
    "opened again": "<p>" + "".join(f"<b x={i}>" for i in range(90)) + "</p>" + "<p>x</p>" * 50_000,
}


@pytest.mark.parametrize("text", SLOW_HTML.values(), ids=SLOW_HTML)
def test_html_too_deep_or_too_large_is_named_instead(text, monkeypatch):
    monkeypatch.setattr(safe_html, "_CLEANER", None)  # the parser that would take long is not even asked

    clean = shown(display(text_html=text))

    assert clean.data == {"text/plain": "[This output (text/html) not shown: only text, pictures and tables are]"}


def test_comments_scripts_and_styles_hide_nothing_that_stands_behind_them():
    assert clean_html("<style scoped>b > i {}</style>a<!-- <b> -->b<script>'<b>'</script>c<STYLE>d</STYLE >e") == "abce"
    assert clean_html("a < b</ c>d<!e>f<?g>h<p class='<b>'>i</p>") == "a &lt; bdfh<p>i</p>"


@pytest.mark.usefixtures("not_for_hours")
def test_a_run_of_backslashes_takes_no_hours():
    run = "\\" * 490_000

    assert clean_tex(run) == run
    assert clean_tex(f"{run}href {run}x") == f"href {run}x"
    assert not has_unsafe_tex(run)
    assert clean_html(f"<b>{run}</b>") == f"<b>{run}</b>"


def test_tex_is_cut_before_it_is_cleaned(monkeypatch):
    seen = []
    monkeypatch.setattr(sanitise, "clean_tex", lambda text: seen.append(len(text)) or text)

    shown(display(text_latex="x" * 1_000_000))

    assert max(seen) < 21_000


# Pictures


def test_png_and_jpeg_stay():
    jpeg = base64.b64encode(b"\xff\xd8\xff\xe0 picture").decode()

    clean = shown(display(image_png=png() + "\n", image_jpeg=jpeg))

    assert clean.data == {"image/png": png(), "image/jpeg": jpeg}


@pytest.mark.parametrize(
    "content",
    [
        "", "not base64!", base64.b64encode(b"<svg onload=alert(1)>").decode(), png(width=20_000),
        png() + "'><script>", base64.b64encode(b"\x89PNG\r\n\x1a\n").decode(), 7, None, [7, {}],
    ],
)
def test_what_is_no_picture_is_not_shown(content):
    clean = shown(display(image_png=content))

    assert list(clean.data) == ["text/plain"]
    assert "not shown" in clean.data["text/plain"]


def test_a_drawing_of_matplotlib_keeps_its_shapes():
    original = figure_svg()

    cleaned = shown(display(**{"image_svg+xml": original})).data["image/svg+xml"]

    assert cleaned.count("<path") == original.count("<path")
    assert cleaned.count("<use") == original.count("<use") > 0
    assert "metadata" in original
    assert "metadata" not in cleaned


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
        "<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' src='x' onerror='alert(1)'/></foreignObject>",
        "<g onload='alert(1)'/>",
        "<a xlink:href='javascript:alert(1)'><text>x</text></a>",
        "<image xlink:href='http://evil.example/x.png'/>",
        "<use xlink:href='http://evil.example/x.svg#a'/>",
        "<use href='data:image/svg+xml;base64,PHN2Zy8+#x'/>",
        "<rect fill='url(http://evil.example/x)'/>",
        "<rect style='fill: url(//evil.example/x)'/>",
        "<rect style='background: u\\72l(//evil.example/x); fill: expression(alert(1))'/>",
        "<style>@import 'http://evil.example/x';</style>",
        "<set attributeName='onmouseover' to='alert(1)'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<handler>alert(1)</handler>",
        "<text>x<![CDATA[<script>alert(1)</script>]]></text>",
        "<desc><script>alert(1)</script></desc>",
    ],
)
def test_a_drawing_loses_what_harms(inside):
    head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"

    cleaned = clean_svg(f"{head}{inside}<circle r='1'/></svg>")

    assert cleaned is not None
    assert '<circle r="1">' in cleaned
    for word in ("<script", "alert(1)'", "on", "evil", "javascript", "data:", "style>", "foreign"):
        assert word not in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "", "no drawing", "<html/>", "<svg>", "<svg/><svg/>", "<x xmlns='http://www.w3.org/2000/svg'/>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>",
        "<svg>" + "<g>" * 200 + "</g>" * 200 + "</svg>",
        "<svg>" + "<g/>" * 60_000 + "</svg>",
        "<svg>\ud800</svg>", "<svg>\0</svg>",
    ],
    ids=lambda text: repr(text[:30]),
)
def test_what_is_no_drawing_is_not_shown(text):
    assert clean_svg(text) is None


def test_a_drawing_cannot_multiply_itself():
    layers = "".join(
        f"<g id='l{i}'><use href='#l{i - 1}'/><use href='#l{i - 1}'/></g>" for i in range(1, 40)
    )

    cleaned = clean_svg(f"<svg><g id='l0'><circle id='dot' r='1'/></g>{layers}<use href='#dot'/></svg>")

    assert cleaned.count("href=") == 1


# Text and errors


def stream(text, limits=LIMITS, name="stdout"):
    return shown({"output_type": "stream", "name": name, "text": text}, limits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("\x1b[31mred\x1b[0m \x1b[1;32;44mmore\x1b[m", "\x1b[31mred\x1b[0m \x1b[1;32;44mmore\x1b[m"),
        ("\x1b[38;5;9ma\x1b[48;2;1;2;3mb", "\x1b[38;5;9ma\x1b[48;2;1;2;3mb"),
        ("\x1b[2J\x1b[1;1Hhome\x1b[?25l\x1b[6n", "home"),
        ("\x1b]0;title\x07a\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "alink"),
        ("\x1bPq#0\x1b\\a\x1bcb", "acb"),
        ("\x1b[38mx\x1b[48;5mx\x1b[38;2;1mx\x1b[1;38mx", "xxxx"),
        ("\x1b[999999mx\x1b[1;;;1mx\x1b[;mx", "xxx"),
        ("10%\r50%\r100%\n", "100%\n"),
        ("done\r\nnext\r\n", "done\nnext\n"),
        ("a\x00b\x08c\x7fd\x9be\ufeff", "abcde"),
        ("abc\u202etxt.exe\u2066", "abctxt.exe"),
        ("\ud800 half", " half"),
        (["a\n", "b", 7, None], "a\nb"),
    ],
)
def test_a_stream_is_what_a_terminal_would_show_without_its_powers(text, expected):
    clean = stream(text)

    assert clean.text == expected
    ansi2html(clean.text)


def test_a_long_stream_keeps_its_beginning_and_end():
    clean = stream("begin" + "x" * 5000 + "end", Limits(output_kb=1))

    assert len(clean.text) < 1100
    assert clean.text.startswith("begin")
    assert clean.text.endswith("end")
    assert "[... 3984 characters not shown ...]" in clean.text


def test_all_streams_of_a_cell_share_one_allowance():
    printed = {"output_type": "stream", "name": "stdout", "text": "x" * 800}

    outputs, _ = clean_outputs([printed] * 10, Limits(output_kb=1), ALLOWANCE)

    assert sum(len(output.text) for output in outputs) < 3000


def test_an_error_keeps_its_name_and_traceback():
    error = {
        "output_type": "error", "ename": "ValueError", "evalue": "bad \x1b[2Jvalue",
        "traceback": ["\x1b[31mValueError\x1b[39m", "<img src=x>", 7],
    }

    clean = shown(error)

    assert (clean.ename, clean.evalue) == ("ValueError", "bad value")
    assert clean.traceback == ["\x1b[31mValueError\x1b[39m", "<img src=x>"]


# Whole outputs


@pytest.mark.parametrize(
    "kind",
    [
        "application/javascript", "application/json", "application/vnd.jupyter.widget-view+json", "x" * 500,
        "text/vnd.mermaid", "application/vnd.vegalite.v5+json", "application/vnd.plotly.v1+json",
        "application/pdf", "image/gif",
    ],
)
def test_other_kinds_of_output_are_named_and_not_shown(kind):
    clean = shown({"output_type": "display_data", "data": {kind: "alert(1)"}})

    note = f"[This output ({kind[:60]}) not shown: only text, pictures and tables are]"
    assert clean.data == {"text/plain": note}


def test_the_text_beside_a_dropped_kind_stays():
    data = {"text/plain": "Figure()", "application/javascript": "alert(1)"}
    metadata = {"text/html": {"isolated": True}}

    clean = shown(
        {"output_type": "execute_result", "execution_count": 3, "metadata": metadata, "data": data}
    )

    assert clean.data == {"text/plain": "Figure()"}
    assert clean.metadata == {}
    assert clean.execution_count == 3


def test_the_allowance_for_pictures_is_the_notebooks():
    two = [display(image_png=png()), display(image_png=png())]

    (first, second), left = clean_outputs(two, LIMITS, len(png()) + 10)

    assert list(first.data) == ["image/png"]
    assert second.data["text/plain"] == "[This output not shown: the notebook shows too much already]"
    assert left == 10  # what is not read costs nothing, and a smaller picture may follow


def test_what_comes_to_nothing_is_paid_for_all_the_same(monkeypatch):
    empty = display(text_html="<b></b>" * 50_000 + "<script>" + "x" * 140_000)
    read = []
    monkeypatch.setattr(sanitise, "clean_html", lambda text: read.append(len(text)) or "")

    cleaned, left = clean_outputs([empty] * 100, LIMITS, ALLOWANCE)

    assert 0 < 4 * sum(read) <= ALLOWANCE
    assert cleaned[-1].data["text/plain"] == "[This output not shown: the notebook shows too much already]"
    assert left == ALLOWANCE - 4 * sum(read)


def test_reading_markdown_costs_more_than_showing_a_picture_and_what_is_not_read_costs_nothing():
    assert paid([display(text_markdown="x" * 10_000)]) == 500_000
    # but for the notes that take its place
    assert paid([display(text_html="x" * 500_001), {"output_type": "stream", "text": "x"}, None]) < 200
    assert paid([display(text_plain="x" * 10**6, text_latex="x" * 10**6)]) == 420_000
    assert paid([display(image_png="x" * 100, text_html=["y", "z"], application_json="x")]) == 108


def test_text_that_rules_off_tables_all_over_is_spelled_out():
    table = "|a|\n|-|\n|1|\n\n"

    assert clean_markdown(table * 20) == table * 20
    assert "|" not in clean_markdown(table * 21)


def test_a_thousand_outputs_become_two_hundred_and_a_note():
    cleaned, _ = clean_outputs([display(text_plain="x")] * 1000, LIMITS, ALLOWANCE)

    assert len(cleaned) == 201
    assert cleaned[-1].data["text/plain"] == "[800 more outputs of this cell not shown: too many]"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
kinds = ["text/plain", "text/html", "text/markdown", "text/latex", "image/png", "image/svg+xml", "x"]
output_types = ["stream", "error", "display_data", "execute_result", "other"]
fields = {
    "output_type": st.sampled_from(output_types) | json_values,
    "data": st.dictionaries(st.sampled_from(kinds), json_values, max_size=3) | json_values,
    **dict.fromkeys(["name", "text", "ename", "evalue", "traceback", "execution_count", "metadata"], json_values),
}
any_outputs = st.lists(st.fixed_dictionaries({}, optional=fields) | json_values, max_size=4) | json_values


@settings(max_examples=300, deadline=None)
@given(any_outputs)
def test_an_output_of_any_shape_comes_out_valid(outputs):
    assert_valid(clean_outputs(outputs, LIMITS, ALLOWANCE)[0])


# In a browser


@pytest.mark.browser
def test_nothing_runs_loads_or_leads_away_in_a_browser(browser):
    """Everything that was cleaned, on one page, rendered as nbconvert renders it."""
    pieces = [markdown2html(clean_markdown(text)) for text in MARKDOWN]
    pieces += [clean_html(payload) or "" for payload in MARKUP]
    pieces += [clean_svg(figure_svg()) or ""]
    seen = in_browser(browser, "".join(f"<div>{piece}</div>" for piece in pieces))

    assert seen["requests"] == []
    assert seen["handlers"] == []
    assert seen["tags"] == []
    assert seen["fields"] == 0
    assert [link for link in seen["links"] if not link.startswith(("http", "mailto:", "about:blank#"))] == []


@pytest.mark.browser
def test_the_browser_would_have_noticed(browser):
    seen = in_browser(browser, "".join(f"<div>{markdown2html(text)}</div>" for text in MARKUP[2:5]))

    assert any(request.startswith("dialog") for request in seen["requests"])
    assert seen["handlers"]


def in_browser(browser, body):
    """Show `body` in Chromium and return what it asked for, and the attributes and links that it holds."""
    requests: list[str] = []
    with contextlib.closing(browser.new_page()) as page:
        page.on("request", lambda request: requests.append(request.url))
        page.on("dialog", lambda dialog: (requests.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.set_content(f"<!DOCTYPE html><title>t</title>{body}")
        page.wait_for_timeout(300)
        seen = page.evaluate(
            """() => ({
                handlers: [...document.querySelectorAll('body *')].flatMap(e => e.getAttributeNames())
                    .filter(name => name.startsWith('on') || name === 'srcdoc'),
                tags: [...document.querySelectorAll('body *')].map(e => e.localName)
                    .filter(n => /script|frame|object|embed|form|link|meta|base|img|video|^style/.test(n)),
                fields: document.querySelectorAll('input:not([type=checkbox][disabled])').length,
                links: [...document.querySelectorAll('a[href]')].map(e => e.href),
            })"""
        )
    return {**seen, "requests": [url for url in requests if not url.startswith("data:")]}
