# make         the whole course on this machine: book, exercises, a graded sample class
# make test    every check
# Both need Python 3.11 to 3.13, git and make, and set up everything else in .venv/.

PYTHON := $(firstword $(shell command -v python3.11 python3.12 python3.13 python3 2>/dev/null))
VENV := .venv
BIN := $(VENV)/bin
TEST_PROCESSES ?= 3  # some of them wait, for a limit or a browser: more than two cores' worth
export OMP_NUM_THREADS ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONDONTWRITEBYTECODE :=

.PHONY: all course setup book pdf exercises release demo test test-long lint check serve bench peers scale costs mutants lock clean help

all: book exercises demo  ## the whole course on this machine
	@echo
	@echo "book        $(CURDIR)/_build/html/index.html"
	@echo "exercises   $(CURDIR)/exercises"
	@echo "feedback    $(CURDIR)/_build/demo/feedback"
	@echo "gradebook   $(CURDIR)/_build/demo/gradebook.db"
	@echo "report      $(CURDIR)/_build/demo/reports/whole-course.html"

help:  ## say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.installed  ## install everything, at the versions of requirements.lock, into .venv/

$(VENV)/.installed: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python found; install Python 3.11, 3.12 or 3.13 and run make again" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "make: $(PYTHON) is $$($(PYTHON) --version); the course needs Python 3.11, 3.12 or 3.13: run make PYTHON=/path/to/python3.11" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement requirements.lock
	@# compat: a line in a .pth file; setuptools' other way runs a finder at each start, a tenth of a second
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
	@touch $@

book: setup  ## build the book into _build/html; a failing cell or a warning fails the build
	$(BIN)/jupyter-book build . -W -n --keep-going --quiet

pdf: setup book  ## print the book to _build/fit-a-line-twice.pdf; needs Chromium
	$(BIN)/python book/print_book.py

exercises: setup  ## generate exercises/ from solutions/
	$(BIN)/autograder build

release: setup  ## the zip that students get, in _build/release
	$(BIN)/autograder release

demo: setup  ## grade the sample class in _build/demo
	$(BIN)/autograder demo

test: setup lint check  ## every check
	$(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadfile --no-loadscope-reorder

test-long: setup  ## what takes longer: ten thousand inputs, a thousand damaged notebooks, a hundred kills
	$(BIN)/python -m pytest -m "long or fuzz" --hypothesis-profile long --durations 20

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy

check: setup  ## everything that can be wrong with the course, each with its cure
	$(BIN)/autograder check --seed 1  # the same inputs each time: what `autograder check` draws anew is no news of a change

mutants: setup  ## every small change to a solution, graded: which do the hidden tests let through?
	$(BIN)/python tests/mutation/survey.py

serve: setup book  ## look at the book at http://127.0.0.1:8000
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html 8000

bench: setup  ## seconds per submission beside other graders, about three hours on a quiet machine
	$(BIN)/python -m benchmarks.bench

peers: setup  ## the hostile corpus through other graders, hours
	$(BIN)/python -m benchmarks.hostile

costs: setup  ## the parts of what a class costs, and the instructor guide's page on it
	$(BIN)/python -m benchmarks.costs

scale: setup  ## two thousand submissions, about a quarter of an hour
	$(BIN)/python -m benchmarks.scale

lock:  ## write requirements.lock anew from pyproject.toml
	rm -rf _build/lock && $(PYTHON) -m venv _build/lock
	_build/lock/bin/pip install --quiet ".[book,test,cluster,postgres]" "setuptools<81" wheel
	{ sed -n '/^#/p' requirements.lock; _build/lock/bin/pip freeze --all --exclude pip --exclude fit-a-line-twice \
	  | sed -E 's/\+cpu$$//; s/^(sandlock==.*)$$/\1 ; platform_system == "Linux"/' | sort -f; } > _build/requirements.lock
	mv _build/requirements.lock requirements.lock

clean:  ## remove what make made, and nothing that a course needs
	rm -rf _build
