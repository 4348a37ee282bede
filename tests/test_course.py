"""A course is built from its sources, and everything wrong with it is said with its cure."""

from __future__ import annotations

import shutil
from concurrent.futures import Executor, Future
from pathlib import Path

import nbformat
import pytest

from autograder import trials
from autograder.assignment import find_assignments, load_answers, load_assignment
from autograder.batch import Failed
from autograder.checks import LEAST_RIGHT, LEAST_WRONG, findings
from autograder.course import build, new
from autograder.errors import CourseError, UsageError
from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.trials import Kind, plans, run, tallies

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

NAME = "averages"
HIDDEN = f"solutions/{NAME}/hidden"
DESCRIBED = f"{HIDDEN}/assignment.toml"
TESTS = f"{HIDDEN}/test_{NAME}.py"
SOURCE = f"solutions/{NAME}/{NAME}.ipynb"
RELEASED = f"exercises/{NAME}/{NAME}.ipynb"


@pytest.fixture
def course(small_course) -> Path:
    build(small_course)
    return small_course


def edit(course, path, old, new_text):
    text = (course / path).read_text()
    assert old in text, f"{path} does not hold {old!r}"
    (course / path).write_text(text.replace(old, new_text))


def answer(course, kind, name, text):
    (course / HIDDEN / kind / "average" / f"{name}.py").write_text(text)


def said(course, names=()):
    """Everything found wrong, without the counts that a small course cannot have."""
    return [str(finding) for finding in findings(course, names) if "expected at least" not in finding.what]


# Building exercises/


def test_a_built_course_is_up_to_date(course):
    assert build(course, check=True) == ()


def test_building_twice_gives_the_same_bytes(course):
    first = (course / RELEASED).read_bytes()
    shutil.rmtree(course / "exercises")

    build(course)

    assert (course / RELEASED).read_bytes() == first


def test_an_edited_exercise_is_named_and_then_mended(course):
    original = (course / RELEASED).read_bytes()
    edit(course, RELEASED, "YOUR CODE HERE", "MY CODE HERE")

    assert build(course, check=True) == (course / RELEASED,)
    assert b"MY CODE HERE" in (course / RELEASED).read_bytes(), "--check must not touch it"
    assert build(course) == (course / RELEASED,)
    assert (course / RELEASED).read_bytes() == original


def test_what_no_source_has_is_removed_and_a_persons_file_is_kept(course):
    stale = course / "exercises" / "old" / "old.ipynb"
    stale.parent.mkdir()
    stale.write_text("{}")
    (course / "exercises" / "README.md").write_text("Start here.")

    assert build(course) == (stale,)

    assert sorted(path.name for path in (course / "exercises").iterdir()) == ["README.md", NAME]


def test_only_the_notebook_is_released(course):
    files = [path.relative_to(course).as_posix() for path in (course / "exercises").rglob("*") if path.is_file()]
    assert files == [RELEASED]


def test_building_leaves_the_gradebook_alone(course):
    before = (course / "gradebook.db").read_bytes()
    build(course)
    assert (course / "gradebook.db").read_bytes() == before


def test_a_source_that_nbgrader_cannot_release_is_named(course):
    edit(course, SOURCE, "### END SOLUTION", "### THE END")

    with pytest.raises(CourseError, match=NAME):
        build(course)


# A new assignment


def test_a_new_assignment_is_complete_but_for_the_number_of_its_answers(course):
    folder = new(course, "fresh_start")
    build(course)

    assert find_assignments(course) == (NAME, "fresh_start")
    assert said(course, ["fresh_start"]) == []
    counts = [str(finding) for finding in findings(course, ["fresh_start"])]
    assert [str(folder / "hidden" / kind) in count for kind, count in zip(("wrong", "right"), counts, strict=True)]


@pytest.mark.parametrize("name", ["two words", "1st", "../up", "", "_private", "a.b"])
def test_a_name_that_cannot_name_an_assignment_is_refused(course, name):
    with pytest.raises(UsageError, match="cannot name an assignment"):
        new(course, name)


def test_a_name_that_is_taken_is_refused(course):
    with pytest.raises(UsageError, match="exists already"):
        new(course, NAME)


# What can be found wrong without running anything


def test_nothing_is_wrong_with_a_good_course(course):
    assert said(course) == []


def test_the_least_numbers_of_answers_are_asked_for(course):
    counts = [finding.what for finding in findings(course)]
    assert counts == [
        f"expected at least {LEAST_WRONG} wrong answers, found 1.",
        f"expected at least {LEAST_RIGHT} right answers, found 1.",
    ]


def unknown_misconception_in_an_answer(course):
    edit(course, f"{HIDDEN}/wrong/average/rounded_down.py", "score: 1", "score: 1\nmisconception: nonesuch")


def unknown_misconception_in_a_test(course):
    edit(course, TESTS, "(student, rng):\n    \"\"\"average adds", "(student, rng, mistakes):\n    \"\"\"average adds")
    edit(course, TESTS, "    assert number(student.average(values))", "    mistakes(nonesuch=1)\n    assert 1")


def misconception_explained_nowhere(course):
    (course / "solutions" / "misconceptions.toml").write_text(
        '[lost]\nbelief = "b"\nsentence = "s"\nsection = "book/00-start#nowhere"\nchapter_title = "Start"\n'
    )


def leak_of_a_solution(course):
    edit(course, RELEASED, "YOUR CODE HERE", "return float(np.sum(values) / len(values))")


def leak_of_a_hidden_test(course):
    edit(course, RELEASED, "YOUR CODE HERE", "assert number(student.average([value])) == value")


def leak_of_a_test_into_the_book(course):
    page = course / "_build" / "html" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("<pre><span>assert</span> number(student.average([value])) == value</pre>")


def answer_in_the_book(course, kind):
    lines = [f"    explained_at_some_length_{i} = values" for i in range(3)]
    last = "    return float(sum(explained_at_some_length_2) / len(values))"
    code = "\n".join(["def average(values):", *lines, last])
    answer(course, kind, "long", f'"""At length."""\n\n\n{code}\n')
    page = course / "_build" / "html" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text(code)


WRONGS = {
    "there is no chapter '00-gone'": lambda course: edit(course, DESCRIBED, '"00-start"', '"00-gone"'),
    "the page has book/00-start#start": lambda course: edit(course, DESCRIBED, "#start", "#gone"),
    "there is no page book/gone.md": lambda course: edit(course, DESCRIBED, "00-start#", "gone#"),
    "[lost]: section 'book/00-start#nowhere'": misconception_explained_nowhere,
    "rounded_down.py: misconception 'nonesuch'": unknown_misconception_in_an_answer,
    "test_average_of_many_values: misconception 'nonesuch'": unknown_misconception_in_a_test,
    "has no hidden test 'test_average_gone'": lambda course: edit(
        course, f"{HIDDEN}/wrong/average/rounded_down.py", "fails: ", "fails: test_average_gone, "
    ),
    "its marker names None": lambda course: edit(course, TESTS, '@pytest.mark.exercise("average")\n', ""),
    "its marker names mean": lambda course: edit(course, TESTS, 'exercise("average")', 'exercise("mean")'),
    "its name does not say its exercise": lambda course: edit(course, TESTS, "test_average_of_one", "test_of_one"),
    "2 tests have this name": lambda course: edit(course, TESTS, "of_one_value", "of_many_values"),
    "expected one sentence as docstring": lambda course: edit(course, TESTS, "that number.", "that number. And so."),
    "found 'average of a single whole number is that number'.": lambda course: edit(
        course, TESTS, "is that number.", "is that number"
    ),
    "expected Python, found": lambda course: edit(course, TESTS, "import pytest", "import import"),
    "it imports pandas": lambda course: edit(course, SOURCE, "import numpy as np", "import numpy as np, pandas"),
    "no test is for average": lambda course: (course / TESTS).write_text('"""None."""\n'),
    "a line of the solution of average is in it": leak_of_a_solution,
    "a line of a hidden test": leak_of_a_hidden_test,
    "it holds the words BEGIN SOLUTION": lambda course: edit(course, RELEASED, "YOUR CODE", "BEGIN SOLUTION"),
    "page.html: it shows a hidden test": leak_of_a_test_into_the_book,
    "page.md: it shows the answer right/average/long.py": lambda course: answer_in_the_book(course, "right"),
    "is out of date": lambda course: edit(course, RELEASED, "YOUR CODE HERE", "MY CODE HERE"),
    "is missing": lambda course: (course / RELEASED).unlink(),
    "expected the source notebook, found no file": lambda course: (course / SOURCE).unlink(),
    "expected a docstring at its top": lambda course: answer(course, "right", "bare", "average = sum\n"),
    "misconceptions.toml: expected a file": lambda course: (course / "solutions/misconceptions.toml").unlink(),
}


@pytest.mark.parametrize("sentence", WRONGS)
def test_what_is_wrong_is_said_and_ends_with_a_cure(course, sentence):
    WRONGS[sentence](course)

    lines = said(course)

    assert any(sentence in line for line in lines), lines
    assert all(line.endswith(".") for line in lines)


def test_what_shows_as_an_exception_may_be_listed_elsewhere(course):
    edit(course, TESTS, "    assert number(student.average(values))", "    mistakes(on_raise=LISTED)\n    assert 1")

    assert not [finding for finding in said(course) if "on_raise" in finding]


def test_a_line_that_book_and_answer_share_is_no_leak(course):
    page = course / "_build" / "html" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("<pre>return float(np.sum(values) / len(values))</pre>")

    assert said(course) == []


def test_a_wrong_answer_may_stand_in_the_book_that_explains_it(course):
    answer_in_the_book(course, "wrong")

    assert not [line for line in said(course) if "page.md" in line]


# What is found wrong by grading


class InThisThread(Executor):
    """Runs a job at once: this process has a warm worker, and it would end with the thread that started it."""

    def submit(self, job, /, *arguments):
        future = Future()
        try:
            future.set_result(job(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future


def graded(course, repeat=1):
    return list(run(course, plans(load_assignment(course, NAME), repeat=repeat), seed=3, executor=InThisThread()))


def complaints(done):
    return [str(finding) for trial in done for finding in trial.findings]


def test_good_answers_are_accepted_and_bad_ones_rejected(course):
    done = graded(course, repeat=2)

    assert complaints(done) == []
    assert [trial.kind for trial in done].count(Kind.REFERENCE) == 2
    (tally,) = tallies(done)
    assert (tally.wrong_rejected, tally.wrong, tally.right_accepted, tally.right) == (1, 1, 1, 1)


def test_answers_whose_verdict_is_not_what_they_say_are_named(course):
    header = "fails: test_average_of_many_values\nscore: {score}\n{more}"
    wrong = 'def average(values):\n    return float(np.sum(values) // len(values))\n'
    ones = 'def average(values):\n    return 1.0\n'
    for name, body, score, more in [
        ("too_few", ones, 0, ""),
        ("other_score", wrong, 2, ""),
        ("other_outcome", wrong, 1, "outcome: raised\n"),
        ("no_feedback", wrong, 1, "misconception: lost\n"),
        ("accepted", "average = np.mean\n", 1, ""),
    ]:
        answer(course, "wrong", name, f'"""Belief.\n\n{header.format(score=score, more=more)}"""\n\n{body}')
    answer(course, "right", "not_right", f'"""Style."""\n\n{wrong}')

    done = graded(course)

    found = {trial.name: " ".join(str(finding) for finding in trial.findings) for trial in done if trial.findings}
    assert set(found) == {"too_few", "other_score", "other_outcome", "no_feedback", "accepted", "not_right"}
    assert "found test_average_of_many_values (failed), test_average_of_one_value (failed)" in found["too_few"]
    assert "expected 2 points, found 1" in found["other_score"]
    assert "expected to fail test_average_of_many_values (raised)" in found["other_outcome"]
    assert "misconception lost, found none" in found["no_feedback"]
    assert "found nothing" in found["accepted"]
    assert "expected to fail nothing" in found["not_right"]
    (tally,) = tallies(done)
    assert (tally.wrong_rejected, tally.wrong, tally.right_accepted, tally.right) == (1, 6, 1, 2)


def test_a_wrong_answer_may_leave_some_tests_to_chance(course):
    bodies = {"wrong": "float(np.sum(values) // len(values))", "ones": "1.0"}
    for name, body, score, sometimes in [
        ("passed", "wrong", 1, "test_average_of_one_value"),
        ("failed", "ones", 1, "test_average_of_one_value"),
        ("in_another_way", "ones", 1, "test_average_of_one_value=raised"),
        ("better_than_said", "wrong", 0.5, "test_average_of_one_value"),
    ]:
        header = f'"""Belief.\n\nfails: test_average_of_many_values\nsometimes: {sometimes}\nscore: {score}\n"""'
        answer(course, "wrong", name, f"{header}\n\ndef average(values):\n    return {bodies[body]}\n")

    done = graded(course)

    found = {trial.name: " ".join(str(finding) for finding in trial.findings) for trial in done if trial.findings}
    assert set(found) == {"in_another_way", "better_than_said"}
    assert "test_average_of_one_value (failed)" in found["in_another_way"]
    assert "expected 0.5 points, found 1" in found["better_than_said"]


def test_a_reference_without_full_marks_is_named(course):
    edit(course, SOURCE, "np.sum(values) / len(values)", "np.sum(values) // len(values)")

    (line,) = complaints(trial for trial in graded(course) if trial.kind is Kind.REFERENCE)

    assert "own solution of average gets 1 of 3 points; test_average_of_many_values (failed)" in line


def test_a_release_that_earns_points_is_named(course):
    """Grading gives a stub nothing whatever the tests say, so the judge gets a report that it could not make."""
    test = TestResult("test_average_x", "average", 1, Outcome.PASSED, "average works.")
    report = SubmissionReport(NAME, Status.GRADED, (CellScore("average", 1.0, 3.0, (test,)),))
    (plan,) = [plan for plan in plans(load_assignment(course, NAME)) if plan.kind is Kind.RELEASE]

    assert list(plan.judge(report)) == ["the stub of average gets 1 points; it passes test_average_x"]


def test_what_could_not_be_graded_is_no_verdict(course, monkeypatch):
    def no_worker(jobs, executor):
        for job in jobs:
            yield job, Failed(SubmissionReport(NAME, Status.NEEDS_REVIEW, (), reason="The worker did not start."))

    monkeypatch.setattr(trials, "grade_many", no_worker)

    done = list(run(course, plans(load_assignment(course, NAME)), executor=InThisThread()))

    assert all("could not be graded: The worker did not start." in str(one.findings[0]) for one in done)


def test_the_answers_of_this_course_can_all_be_read(course_root):
    for name in find_assignments(course_root):
        assert load_answers(load_assignment(course_root, name))


def test_the_exercises_of_this_course_are_up_to_date(course_root):
    assert build(course_root, check=True) == ()


def test_a_released_notebook_has_the_stub_and_no_solution(course):
    text = "\n".join(cell.source for cell in nbformat.read(course / RELEASED, as_version=4).cells)
    assert "raise NotImplementedError()" in text
    assert "YOUR ANSWER HERE" in text
    assert "Because." not in text
