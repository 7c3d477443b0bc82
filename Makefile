# Everything runs from a bare clone: `make serve`, `make test`, `make site`, `make check`.
# Only Python 3.11 or newer (with venv and pip) is needed. A second run installs nothing.

PYTHON ?= $(shell for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$candidate; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TO_BUILD := $(VENV)/.to-build

# The theme prints a long notice about its own future before every build. We know: see docs/decisions.
export NO_MKDOCS_2_WARNING := 1

# A worker for each core: they build the site once, and each has a browser of its own. Engines have a worker each.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist worksteal
ENGINES := --numprocesses 2 --dist loadgroup tests/engines
CHROMIUM = GUIDE_CHROMIUM="$$($(BIN)/python scripts/find_chromium.py --install)" && export GUIDE_CHROMIUM

# For commands that take too long for every build: the day on which one succeeded is kept in tests/dated-runs.json.
DATED := $(BIN)/python scripts/dated_run.py

.DEFAULT_GOAL := help
.PHONY: help setup serve test test-elsewhere gates fuzz twins deploy-test engines hear site portable check lint types guide build browser mutants doubt surfaces fault-runs same-site wheels bench lock pictures clean

help: ## say what each command does
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1    \2/p' Makefile

setup: $(READY) ## make the environment in .venv from the lock file
	@:

# Who reads, serves or builds the guide needs half of what who changes the program needs.
$(READY): $(TO_BUILD) requirements-dev.txt
	@$(BIN)/python scripts/install.py requirements-dev.txt
	@touch $@

$(TO_BUILD): requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "This needs Python 3.11 or newer, and none was found. Say where: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON) (once; about a minute)"
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python scripts/install.py requirements.txt
	@$(BIN)/python scripts/install.py .
	@touch $@

serve: $(TO_BUILD) ## the site with live reload on http://127.0.0.1:8000, or at the next port that is free
	@$(BIN)/python scripts/serve.py

test: $(READY) ## the test suite, browser tests on one page of each kind included (EXAMPLES=6000 for five times as many random ones; LATER=tests/browser/gates without the gates, as the build server)
	@$(CHROMIUM) && $(if $(EXAMPLES),GUIDE_EXAMPLES=$(EXAMPLES)) $(BIN)/python -m pytest $(if $(TESTS),,$(SIDE_BY_SIDE)) $(LATER:%=--ignore=%) $(TESTS)

test-elsewhere: $(READY) ## the tests that look at the project as it stands, with another guide in procedures/ (WITH=a folder of YAML)
	@$(CHROMIUM) && $(BIN)/python scripts/elsewhere.py $(or $(WITH),tests/areas/glen) $(SIDE_BY_SIDE)

gates: $(READY) $(if $(IN),$(VENV)/.engines) ## try every promise on every page in a browser, print the table, renew its record (CHECK=1 fails where the record differs; IN=engines in Firefox and WebKit)
	@$(CHROMIUM) && $(BIN)/python -m pytest --quiet --gates $(if $(CHECK),check,renew) \
		$(if $(IN),$(ENGINES),$(SIDE_BY_SIDE) tests/browser/gates)

deploy-test: $(READY) ## the built site on a real nginx, as scripts/deploy/nginx.conf has it (needs the packages nginx and openssl)
	@$(CHROMIUM) && $(BIN)/python -m pytest tests/deploy/test_nginx.py

engines: $(VENV)/.engines ## every page in Firefox and WebKit too (needs the packages firefox-esr, webkit2gtk-driver, xvfb and openbox; BRIEF=1 walks one page of each kind)
	@$(if $(BRIEF),,$(DATED) engines )$(BIN)/python -m pytest $(ENGINES) --gates $(if $(BRIEF),brief,check)

# Its minutes go into waiting for what is said, so nothing runs beside it.
hear: $(READY) ## what a reader with Orca hears in Firefox, held against the words of tests/ear/tasks/, three times alike (needs the packages orca, at-spi2-core, dbus, xvfb, openbox, xdotool and firefox-esr; TIMES=1 once, FAULTS=1 with faults in the site, SITE=a built site and TASKS=a folder of tasks, TO=a folder for the transcripts)
	@$(if $(TIMES)$(FAULTS)$(SITE)$(TASKS),,$(DATED) hear )$(BIN)/python -m pytest --quiet tests/ear/$(if $(FAULTS),test_faults,test_tasks).py \
		--times $(or $(TIMES),$(if $(FAULTS),1,3)) $(SITE:%=--site %) $(TASKS:%=--tasks %) --to $(or $(TO),heard)

$(VENV)/.engines: $(READY) requirements-engines.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-engines.txt
	@touch $@

# Never with --quiet: MkDocs then counts no warnings, and a strict build lets all of them pass.
site: $(TO_BUILD) guide ## the published site, in site/
	@$(BIN)/python -m mkdocs build --strict --clean
	@$(BIN)/guide inspect site
	@echo "The site is in site/"

portable: $(TO_BUILD) site ## the site as a folder that opens by a double click, in portable/guide, and as a .zip beside it
	@rm -rf portable && mkdir portable && cp site/print/guide-folder.zip portable/
	@$(BIN)/python -m zipfile -e portable/guide-folder.zip portable
	@echo "Open portable/guide/index.html"

check: lint types guide build browser ## lint, format, types, the guide's own checks, a strict build, and with npm the browser's half

lint: $(READY)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Run $(BIN)/ruff format ." >&2; exit 1; }
	@echo "lint and format: no problems"

types: $(READY)
	@$(BIN)/mypy --strict scripts

guide: $(TO_BUILD)
	@$(BIN)/guide check --print

build: $(TO_BUILD)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
		&& $(BIN)/python -m mkdocs build --strict --site-dir "$$folder/site" && echo "strict build: no problems"

browser: $(READY)
	@PYTHONPATH=scripts $(BIN)/python -m browser_checks

fuzz: $(READY) ## many more hostile files, links, dates and kept states than make test tries (EXAMPLES=100000, new ones each time)
	@GUIDE_DICE=thrown GUIDE_EXAMPLES="$(or $(EXAMPLES),100000)" $(if $(EXAMPLES),,$(DATED) fuzz )$(BIN)/python -m pytest tests/strict_yaml/test_hostile_yaml.py tests/tool/test_hostile_tool.py

twins: $(READY) ## ask both engines many random questions about acts, dates and what was done, and say how many were answered alike (N=100000, new ones each time)
	@$(if $(N),,$(DATED) twins )$(BIN)/python tests/twins/ask_many.py $(or $(N),100000)

mutants: $(READY) ## put small faults into the counting engines and name those that no test notices (ONLY=days.js)
	@PYTHONPATH=scripts $(if $(ONLY),,$(DATED) mutants )$(BIN)/python -m mutants --only "$(ONLY)"

doubt: $(READY) ## change the content one word or number at a time, name what no check notices, and renew the record (ONLY=rapid-review.yml; BRIEF=1 the procedures and partnership.yml)
	@$(BIN)/guide doubt $(if $(BRIEF),--only procedures --only partnership.yml,$(if $(ONLY),--only "$(ONLY)",--record))

surfaces: $(READY) ## read every page, drawing, PDF and file back, put faults into what writes them, and renew the record (ONLY=book)
	@$(CHROMIUM) && PYTHONPATH=scripts $(BIN)/python -m surface_faults --only "$(ONLY)"

fault-runs: $(READY) ## interrupt everything that writes (disk full, read-only, killed, two at once, uploads in any order, faults in what an offline copy is made from) and print what was planted and what was seen (ONLY=site)
	@$(CHROMIUM) && PYTHONPATH=scripts $(if $(ONLY),,$(DATED) fault-runs )$(BIN)/python -m fault_runs --only "$(ONLY)"

same-site: $(READY) ## build the site with MkDocs and with ProperDocs, and compare every file
	@$(BIN)/python scripts/same_site.py

wheels: $(READY) ## ask for each system and Python which package has no wheel there (FILES="requirements-dev.txt")
	@$(BIN)/python scripts/wheels.py $(FILES)

bench: $(VENV)/.bench ## answers a second beside other libraries with the wrong ones counted, and what guides of any size take beside plain Material (ONLY=site; parts: dates steps check site pdfs whole save drawing)
	@found=$(VENV)/bench/node_modules/date-fns/index.js; test -f "$$found" && export GUIDE_DATE_FNS="$$found"; \
		PYTHONPATH=scripts $(BIN)/python -m bench $(ONLY)

$(VENV)/.bench: $(READY) requirements-bench.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@command -v npm >/dev/null && npm install --silent --no-save --prefix $(VENV)/bench date-fns@4.4.0 >/dev/null 2>&1 || true
	@touch $@

LOCK := uv pip compile pyproject.toml --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock"

lock: ## renew all lock files after a change in pyproject.toml (needs uv; UPGRADE=--upgrade moves every version)
	@command -v uv >/dev/null || { echo "make lock needs uv on the path" >&2; exit 1; }
	@$(LOCK) $(UPGRADE) --group build --output-file requirements.txt
	@$(LOCK) $(UPGRADE) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(LOCK) $(UPGRADE) --group bench --constraint requirements-dev.txt --output-file requirements-bench.txt
	@$(LOCK) $(UPGRADE) --group engines --constraint requirements-dev.txt --output-file requirements-engines.txt
	@echo "requirements.txt, requirements-dev.txt, requirements-bench.txt and requirements-engines.txt are in step with pyproject.toml"

pictures: $(READY) site ## renew the pictures of the README from the built site
	@$(BIN)/python scripts/pictures.py site docs/pictures

clean: ## remove the environment and everything built
	@rm -rf $(VENV) site .pytest_cache .mypy_cache .ruff_cache .hypothesis
