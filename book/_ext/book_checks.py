"""Knowledge checks: a question with radio buttons and explained answers, complete without JavaScript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

MARK = re.compile(r"\[(x| )\]\s*")


class CheckNode(nodes.General, nodes.Element):
    """The whole question: a fieldset."""


class CheckQuestion(nodes.General, nodes.TextElement):
    """The question: the fieldset's legend."""


class CheckOption(nodes.General, nodes.Element):
    """One answer with its explanation."""


class CheckAnswer(nodes.General, nodes.TextElement):
    """The answer's words: a label with its radio button."""


class CheckWhy(nodes.General, nodes.Element):
    """The explanation: open to everyone in `details`."""


class Check(SphinxDirective):
    """A question with two or more answers, of which exactly one is right and each is explained."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the question as nodes."""
        body = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, body)
        if len(body) != 1 or not isinstance(body[0], nodes.bullet_list):
            raise self.error("check: expected one bullet list of answers and nothing else.")
        serial = self.env.new_serialno("check") + 1
        name = f"check-{serial}"
        question, messages = self.state.inline_text(self.arguments[0], self.lineno)
        check = CheckNode("", ids=[name])
        self.set_source_info(check)
        check += CheckQuestion("", f"Check {serial}. ", *question)
        answers = [self.option(item, name, index) for index, item in enumerate(body[0])]
        if sum(answer["right"] for answer in answers) != 1 or len(answers) < 2:
            raise self.error("check: expected two or more answers, one of them marked [x] and the others [ ].")
        check += answers
        return [check, *messages]

    def option(self, item: nodes.Element, name: str, index: int) -> CheckOption:
        """Return one answer from one list item."""
        if len(item) < 2:
            raise self.error(f"check: answer {index + 1} has no explanation; add a paragraph below it.")
        first = item[0]
        mark = MARK.match(first[0].astext()) if len(first) else None
        if mark is None:
            raise self.error(f"check: answer {index + 1} must begin with [x] or [ ].")
        right = mark[1] == "x"
        first[0] = nodes.Text(first[0].astext()[mark.end() :])
        option = CheckOption("", right=right)
        option += CheckAnswer("", "", *first.children, group=name, right=right, ids=[f"{name}-{index + 1}"])
        why = CheckWhy("", right=right)
        verdict = "Right." if right else "Not quite."
        explanation = item[1]
        explanation.insert(0, [nodes.strong(verdict, verdict), nodes.Text(" ")])
        why += item[1:]
        option += why
        return option


def visit_check(self: HTML5Translator, node: CheckNode) -> None:
    """Open the fieldset."""
    self.body.append(f'<fieldset class="check" id="{node["ids"][0]}">\n')


def depart_check(self: HTML5Translator, _node: CheckNode) -> None:
    """Close the fieldset; scripts write the verdict into the live region."""
    self.body.append('<div class="check-verdict" aria-live="polite"></div>\n</fieldset>\n')


def visit_question(self: HTML5Translator, _node: CheckQuestion) -> None:
    """Open the legend."""
    self.body.append("<legend>")


def depart_question(self: HTML5Translator, _node: CheckQuestion) -> None:
    """Close the legend."""
    self.body.append("</legend>\n")


def visit_option(self: HTML5Translator, node: CheckOption) -> None:
    """Open one answer."""
    self.body.append(f'<div class="check-option" data-right="{str(node["right"]).lower()}">\n')


def depart_option(self: HTML5Translator, _node: CheckOption) -> None:
    """Close one answer."""
    self.body.append("</div>\n")


def visit_answer(self: HTML5Translator, node: CheckAnswer) -> None:
    """Open the label with its radio button."""
    name = node["ids"][0]
    self.body.append(f'<input type="radio" name="{node["group"]}" id="{name}"><label for="{name}">')


def depart_answer(self: HTML5Translator, _node: CheckAnswer) -> None:
    """Close the label."""
    self.body.append("</label>\n")


def visit_why(self: HTML5Translator, _node: CheckWhy) -> None:
    """Open the explanation."""
    self.body.append('<details class="check-why"><summary>Is this right?</summary>\n')


def depart_why(self: HTML5Translator, _node: CheckWhy) -> None:
    """Close the explanation."""
    self.body.append("</details>\n")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and how its nodes become HTML."""
    app.add_directive("check", Check)
    app.add_node(CheckNode, html=(visit_check, depart_check))
    app.add_node(CheckQuestion, html=(visit_question, depart_question))
    app.add_node(CheckOption, html=(visit_option, depart_option))
    app.add_node(CheckAnswer, html=(visit_answer, depart_answer))
    app.add_node(CheckWhy, html=(visit_why, depart_why))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
