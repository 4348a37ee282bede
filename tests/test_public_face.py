"""What a visitor sees first is true: versions agree, forms can be filled in, nothing points to a place that is not."""

from __future__ import annotations

import json
import re
import statistics
import tomllib
from collections import Counter

import pytest
import yaml

from benchmarks.attacks import load_attacks


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_citation_names_the_version_and_the_licences_of_the_package(course_root):
    citation = read(course_root / "CITATION.cff")
    project = tomllib.loads((course_root / "pyproject.toml").read_text())["project"]

    assert citation["version"] == project["version"]
    assert " AND ".join(citation["license"]) == project["license"]
    assert {"cff-version", "message", "title", "authors"} <= set(citation)


def test_the_workflows_test_every_python_that_the_package_admits(course_root):
    jobs = read(course_root / ".github" / "workflows" / "tests.yml")["jobs"]
    project = tomllib.loads((course_root / "pyproject.toml").read_text())["project"]

    assert project["requires-python"] == ">=3.11,<3.14"
    assert jobs["tests"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]


@pytest.mark.parametrize("name", ["wrong-verdict", "grader-broke", "book-error"])
def test_an_issue_form_has_what_github_asks_of_it(course_root, name):
    form = read(course_root / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml")

    assert form["name"]
    assert form["description"]
    asked = [field for field in form["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in asked]
    assert len(ids) == len(set(ids)) >= 3
    assert all(field["attributes"]["label"] for field in asked)


def test_there_is_no_badge_before_there_is_a_place_it_could_speak_of(course_root):
    config = read(course_root / "_config.yml")
    readme = (course_root / "README.md").read_text(encoding="utf-8")
    address = config["sphinx"]["config"]["html_theme_options"]["repository_url"]

    badges = re.findall(r"https://[^\s)]*badge[^\s)]*", readme)
    assert all(address and badge.startswith(address) for badge in badges)


def test_every_file_that_the_readme_links_is_there(course_root):
    readme = (course_root / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", readme)

    assert len(linked) >= 4
    assert not [link for link in linked if not (course_root / link).is_file()]


HALF_SECONDS = {1: "half a second", 2: "a second", 3: "one and a half", 4: "two", 5: "two and a half", 6: "three"}


def test_a_submission_costs_what_the_readme_says(course_root):
    measured = (course_root / "benchmarks" / "measured" / "costs.md").read_text(encoding="utf-8")
    grading = [int(ms) for ms in re.findall(r"^\| `\w+` \| [\d.]+ s \| (\d+) ms", measured, re.MULTILINE)]

    least, most = (HALF_SECONDS[round(ms / 500)] for ms in (min(grading), max(grading)))
    assert len(grading) == 6
    assert f"a warm worker {least} to {most}" in (course_root / "README.md").read_text(encoding="utf-8")


def test_the_seconds_in_the_readme_are_those_that_were_measured(course_root):
    found = measured_seconds(course_root)
    readme = (course_root / "README.md").read_text(encoding="utf-8")
    (row,) = [line for line in readme.splitlines() if line.startswith("| seconds per submission")]
    shown = [float(seconds) for seconds in re.findall(r"([\d.]+) s\b", row)]

    for name, cell in zip(("nbgrader", "otter", "ours_2", "ours_1"), shown, strict=True):
        assert cell == pytest.approx(found[name], abs=0.05 if found[name] > 5 else 0.005)


def measured_seconds(course_root):
    """Each grader's seconds a submission: the mean of the six assignments, the median of its rounds."""
    found = {}
    for name in ("bench", "otter"):
        measured = json.loads((course_root / "benchmarks" / "measured" / f"{name}.json").read_text(encoding="utf-8"))
        assert len(measured["assignments"]) == 6
        per_round = list(zip(*(one["rounds"] for one in measured["assignments"].values()), strict=True))
        for grader in set(per_round[0][0]) - set(found):
            means = [statistics.fmean(one[grader]["each"] for one in one_round) for one_round in per_round]
            found[grader] = statistics.median(means)
    return found


def test_what_no_grader_could_reach_follows_from_the_floor(course_root):
    found = measured_seconds(course_root)
    text = " ".join((course_root / "benchmarks" / "README.md").read_text(encoding="utf-8").split())
    said = re.findall(r"did nothing else would come to (\d+) times for nbgrader and (\d+) for Otter", text)

    assert [tuple(map(int, pair)) for pair in said] == [
        tuple(round(found[name] / (found["floor"] / 2)) for name in ("nbgrader", "otter"))
    ]


def test_the_outcomes_in_the_security_page_are_those_that_were_measured(course_root):
    """Counted here from the row of each attack, and not by what wrote the summary."""
    measured = (course_root / "benchmarks" / "measured" / "hostile.md").read_text(encoding="utf-8")
    page = (course_root / "SECURITY.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+)/\w+ \| (.*) \| (.*) \| (.*) \|$", measured, re.MULTILINE)
    right, cases, trouble = Counter(), Counter(), Counter()
    for group, *outcomes in rows:
        for peer, outcome in enumerate(filter(None, outcomes)):
            is_right = outcome == "right, and nobody harmed"
            cases.update([(group, peer), (None, peer)])
            right.update([(group, peer), (None, peer)] if is_right else [])
            trouble.update((kind, peer) for kind in outcome.split(", ") if not outcome.startswith("right, "))

    assert len(rows) > 300
    for group in {group for group, *_ in rows}:
        shown = " | ".join(f"{right[group, peer]} of {cases[group, peer]}" for peer in range(3))
        assert f"| {group} | {shown} |" in page
    totals = [f"**{right[None, peer]} of {cases[None, peer]}**" for peer in range(3)]
    assert f"| **all** | {' | '.join(totals)} |" in page
    for kind in {kind for kind, _ in trouble}:
        assert f"| {kind} | {' | '.join(str(trouble[kind, peer]) for peer in range(3))} |" in page
    assert not [kind for kind, peer in trouble if peer == 0]


def test_every_attack_of_the_corpus_was_measured_with_this_grader(course_root):
    measured = (course_root / "benchmarks" / "measured" / "hostile.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| (\w+/\w+) \| right, and nobody harmed", measured, re.MULTILINE)) == set(load_attacks())


def test_the_readme_says_of_a_cell_that_ends_python_what_was_measured(course_root):
    measured = (course_root / "benchmarks" / "measured" / "hostile.md").read_text(encoding="utf-8")
    readme = (course_root / "README.md").read_text(encoding="utf-8")
    row = re.search(r"a cell that ends Python .*`(\w+)`\) \| (.*) \| (.*) for that student \| costs its own", readme)

    assert row
    assert f"| dying/{row[1]} | right, and nobody harmed | {row[2]} | {row[3]} |" in measured
