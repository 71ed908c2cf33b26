# `make run` and `make test` do everything on a fresh Debian or Ubuntu with python3, python3-venv and make.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
TEST := $(PY) -m pytest -q
UV_VERSION := 0.13.9
# The system's certificates where there are any: an office's own proxy is known only to them.
CERTS := $(if $(wildcard /etc/ssl/certs/ca-certificates.crt),--system-certs)
# What Python compiled is kept, also where the caller's own Python keeps nothing: each of the many
# processes of `make test` would else compile its libraries anew.
unexport PYTHONDONTWRITEBYTECODE
SYNC := UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=$(VENV) $(VENV)/bin/uv sync --frozen --inexact --quiet $(CERTS)

.PHONY: run install test lint types layers parts talks databases faq storage handling papers others processes starts coverage slow kill drill bench clean

run: $(VENV)/.for-running
	@$(PY) main.py run

# What serving needs, and nothing started: for a service. Its user may write into no folder of this,
# so unless it is compiled now, each start does that anew.
install: $(VENV)/.for-running
	@$(PY) -m compileall -q -j0 $(VENV)/lib main.py bot faq handlers storage

# Three runs side by side: alone, each leaves cores idle, and more only get in each other's way.
test: parts
	@$(MAKE) --no-print-directory -j3 --output-sync=target talks handling others storage processes papers starts faq databases lint types layers

lint: $(VENV)/.for-testing
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/.for-testing
	$(VENV)/bin/mypy .

layers: $(VENV)/.for-testing
	$(VENV)/bin/lint-imports

# What apt has to bring, before both runs would ask it to.
parts: $(VENV)/.for-testing
	$(PY) -m tests.support.parts

# Every talk; then on the other database what leans on it most, and with the bot restarted between
# them those of many steps. `make slow` does all of both.
MANY_STEPS := complain lapor last_word
ON_BOTH := complain last_word jobs ticket_life
talks: $(VENV)/.for-testing
	$(TEST) tests/talks -k sqlite

databases: $(VENV)/.for-testing
	$(TEST) $(ON_BOTH:%=tests/talks/test_%.py) -k postgresql
	$(TEST) $(MANY_STEPS:%=tests/talks/test_%.py) --restart -k sqlite

# Processes that live, and those that start and stop.
processes: $(VENV)/.for-testing
	$(TEST) tests/process/test_[a-r]*.py

starts: $(VENV)/.for-testing
	$(TEST) tests/process/test_[s-z]*.py

# What knows: text, book, matching, importing, printing.
faq: $(VENV)/.for-testing
	$(TEST) tests/faq

# What remembers.
storage: $(VENV)/.for-testing
	$(TEST) tests/storage

# What hears.
handling: $(VENV)/.for-testing
	$(TEST) tests/handlers

# What it hands out.
papers: $(VENV)/.for-testing
	$(TEST) tests/papers

APART := talks process faq storage handlers papers
others: $(VENV)/.for-testing
	$(TEST) $(APART:%=--ignore tests/%)

# What the tests run of each area; less than is asked for is an error.
coverage: parts
	$(VENV)/bin/coverage erase
	@$(MAKE) --no-print-directory -j4 --output-sync=target TEST="$(VENV)/bin/coverage run -m pytest -q" talks databases faq storage handling papers others processes starts
	$(VENV)/bin/coverage combine --quiet
	$(PY) -m tests.support.covered

# What `make test` leaves out because it takes minutes.
slow: $(VENV)/.for-testing
	$(TEST) tests/process --slow
	$(TEST) tests/talks --restart -k sqlite
	$(TEST) tests/talks -k postgresql
	$(TEST) tests/handlers/test_races.py tests/handlers/test_ticket_lives.py --slow

kill: $(VENV)/.for-testing
	$(PY) -m tests.process.kill_run --kills 20 --terms 5

drill: $(VENV)/.for-testing
	$(PY) -m tests.process.restore_drill

bench: $(VENV)/.for-testing
	$(PY) -m tests.bench.traffic
	$(PY) -m tests.bench.faq_speed
	$(PY) -m tests.bench.faq_baselines
	$(PY) -m tests.bench.faq_broad

clean:
	rm -rf $(VENV)

$(VENV)/.for-running: uv.lock $(VENV)/bin/uv
	@$(SYNC) --no-dev
	@touch $@

$(VENV)/.for-testing: uv.lock $(VENV)/bin/uv
	@$(SYNC)
	@touch $@

$(VENV)/bin/uv:
	@command -v $(PYTHON) >/dev/null || { echo "error: $(PYTHON) is missing; run: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: Python 3.11 or newer is needed, this is $$($(PYTHON) -V); install one and run: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "error: python3-venv is missing; run: sudo apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
