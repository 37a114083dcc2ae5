# make report   the environment, the program, and the report of corpus/ in reports/
# make test     everything that must hold; .ci/run calls it
# make dev      an editable install with the development tools, in .venv
# make clean    what the other targets made, but for reports/

PYTHON ?= python3
VENV := .venv
TEST_VENV := build/test-venv
BARE_VENV := build/bare-venv
WHEELS := build/wheels
# Tools are run as modules (-m): the scripts of an environment name its path, and break when the checkout moves.
PY := $(VENV)/bin/python
TEST_PY := $(TEST_VENV)/bin/python -P
BARE_PY := $(BARE_VENV)/bin/python -P
PIP_FLAGS := --quiet --quiet --disable-pip-version-check --no-input
SOURCES := pyproject.toml README.md LICENSE $(shell find src -name '*.py' -o -name py.typed)

.PHONY: report test dev clean check-python lint wheel bare browser suite reports-fresh floors reading startup speed mutations
.DELETE_ON_ERROR:
unexport PYTHONPATH PYTHONHOME
.NOTPARALLEL:

report: $(VENV)/.installed
	@$(PY) -P -m policydiff report

test: lint bare suite reports-fresh floors reading
	@echo "make test: all passed"

check-python:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "$(PYTHON) is not there: install Python 3.11 or later (Debian, Ubuntu: the packages python3 and python3-venv)," \
	    "or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed, and $(PYTHON) is $$("$(PYTHON)" -V 2>&1):" \
	    "install a later one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make an environment: install the package python3-venv (Debian, Ubuntu:" \
	    "apt install python3-venv)" >&2; exit 1; }

# An environment whose Python is gone (an upgraded system, a moved checkout) is made anew.
define make_venv
	@"$(1)/bin/python" -m pip --version >/dev/null 2>&1 || { \
	  echo "making the environment $(1)"; "$(PYTHON)" -m venv --clear "$(1)"; }
endef

# What `make dev` installed is always the present source; installing over it would take that away.
$(VENV)/.installed: $(SOURCES) | check-python
	$(call make_venv,$(VENV))
	@if [ -e $(VENV)/.editable ]; then :; else \
	  echo "installing policydiff into $(VENV)"; $(PY) -m pip install $(PIP_FLAGS) --upgrade . ; fi
	@touch $@

dev: check-python
	$(call make_venv,$(VENV))
	@$(PY) benchmarks/requirements.py > $(VENV)/requirements.txt
	@$(PY) -m pip install $(PIP_FLAGS) --requirement $(VENV)/requirements.txt --editable .
	@touch $(VENV)/.editable $(VENV)/.installed
	@echo "$(VENV) is ready; policydiff is $(VENV)/bin/policydiff"

$(TEST_VENV)/.tools: pyproject.toml benchmarks/requirements.py | check-python
	$(call make_venv,$(TEST_VENV))
	@echo "installing the test tools into $(TEST_VENV)"
	@$(TEST_PY) benchmarks/requirements.py > $(TEST_VENV)/requirements.txt
	@$(TEST_PY) -m pip install $(PIP_FLAGS) --upgrade --requirement $(TEST_VENV)/requirements.txt
	@touch $@

wheel: $(TEST_VENV)/.tools
	@echo "building the wheel"
	@rm -rf $(WHEELS)
	@$(TEST_PY) -m build --wheel --no-isolation --outdir $(WHEELS) . > build/wheel.log 2>&1 || { \
	  cat build/wheel.log >&2; exit 1; }
	@$(TEST_PY) -m pip install $(PIP_FLAGS) --force-reinstall --no-deps $(WHEELS)/*.whl

lint: wheel
	@echo "formatting"; $(TEST_PY) -m ruff format --check --quiet . || { \
	  $(TEST_PY) -m ruff format --check . ; echo "run: ruff format ." >&2; exit 1; }
	@echo "linting"; $(TEST_PY) -m ruff check --quiet .
	@echo "typing"; $(TEST_PY) -m mypy
	@echo "layers"; $(TEST_PY) -c "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

# The wheel alone, as a person installs it: no development tool may be needed to run it.
bare: wheel
	$(call make_venv,$(BARE_VENV))
	@echo "smoke test of the bare wheel"
	@$(BARE_PY) -m pip install $(PIP_FLAGS) $(WHEELS)/*.whl
	@$(BARE_PY) -m pip install $(PIP_FLAGS) --force-reinstall --no-deps $(WHEELS)/*.whl
	@$(BARE_VENV)/bin/policydiff --version
	@rm -rf build/bare-reports
	@$(BARE_VENV)/bin/policydiff report --output build/bare-reports > build/bare-report.txt
	@test -n "$$(ls build/bare-reports)" || { echo "policydiff report wrote nothing" >&2; exit 1; }

# Where Chromium is, the page is looked at in it: Playwright drives it, axe-core knows the rules of accessibility.
# Both are fetched for that alone; where they cannot be had, the tests that need them are skipped.
browser: wheel
	@if { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null; then \
	  $(TEST_PY) -m pip install $(PIP_FLAGS) "playwright>=1.49" "axe-playwright-python>=0.1.4" && exit 0; \
	  echo "Playwright could not be installed: the tests of the page in a browser will be skipped"; \
	  else echo "no Chromium here: the tests of the page in a browser will be skipped"; fi

suite: wheel browser
	@echo "tests, against the installed wheel"
	@$(TEST_PY) -c 'import pathlib, policydiff, sys; \
	  sys.exit(not pathlib.Path(policydiff.__file__).is_relative_to(sys.prefix))' || { \
	  echo "the tests would not run against the wheel" >&2; exit 1; }
	@$(TEST_PY) -m pytest -q -n auto --dist worksteal
	@echo "examples in the docstrings"
	@$(TEST_PY) -m pytest -q --doctest-modules --pyargs policydiff

reports-fresh: bare
	@echo "reports/ regenerates byte for byte, Word and Excel files part by part"
	@$(TEST_PY) benchmarks/fresh_reports.py reports build/bare-reports || { \
	  echo "reports/ is not what the program writes: run make report and look at what changed" >&2; exit 1; }

floors: wheel
	@$(TEST_VENV)/bin/python benchmarks/floors.py $(FLOORS)

# Layouts of pages and a policy in each: nothing of the policy may be lost.
reading: wheel
	@$(TEST_VENV)/bin/python benchmarks/reading.py --runs 1 --floor 0.999

startup: wheel
	@$(TEST_VENV)/bin/python benchmarks/startup.py

# Beside redlines, difflib and fast-diff-match-patch, and on texts of thousands of articles: minutes, and a quiet machine.
speed: wheel
	@$(TEST_VENV)/bin/python benchmarks/speed.py

mutations: wheel
	@$(TEST_VENV)/bin/python benchmarks/mutations.py --floor 0.99

clean:
	@rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
