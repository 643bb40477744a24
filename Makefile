PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.complete
VNU := build/vnu/node_modules/vnu-jar/build/dist/vnu.jar

.PHONY: help setup demo serve work test test-sqlite test-postgresql check format messages lock benchmarks crawl vnu faults clean

help:             ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

setup: $(STAMP)   ## the virtual environment with the command gremienwerk

$(STAMP): pyproject.toml requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) fehlt. Bitte Python 3.11 installieren oder PYTHON=… angeben." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: setup       ## load the demo city and serve it on http://127.0.0.1:8000
	$(BIN)/gremienwerk demo --serve

serve: setup      ## serve what is in the register
	$(BIN)/gremienwerk serve

work: setup       ## send mail and do the duties of the day until stopped; beside `make serve`
	$(BIN)/gremienwerk work

test: setup       ## all tests, on SQLite and on PostgreSQL if it is installed
	$(BIN)/python scripts/run_tests.py

test-sqlite: setup
	GREMIENWERK_TEST_DATABASE=sqlite $(BIN)/pytest -n 2

test-postgresql: setup
	GREMIENWERK_TEST_DATABASE=postgresql $(BIN)/pytest -n 2

check: setup      ## format, lint, types, contracts, migrations, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python scripts/write_map.py --check
	$(BIN)/python scripts/update_messages.py --check

format: setup     ## format the code
	$(BIN)/ruff check --fix --select I .
	$(BIN)/ruff format .

messages: setup   ## collect the texts of the public interface, compile the catalogues
	$(BIN)/python scripts/update_messages.py

lock: setup       ## renew requirements.lock from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade -q -o requirements.lock

benchmarks: setup ## measure against limits of the same run
	$(BIN)/python -m benchmarks

crawl: setup vnu  ## every public page of the demo in every language, width and scheme (one to two hours); findings in build/crawl
	rm -rf build/crawl
	GREMIENWERK_CRAWL=all $(BIN)/pytest --timeout 0 -n 2 --dist worksteal -v tests/website/test_crawl.py

vnu: $(VNU)       ## fetch the Nu HTML checker, which tests/website/test_crawl.py runs with Java

$(VNU):
	@command -v npm >/dev/null || { echo "npm fehlt (Debian: npm); ohne den Nu-Prüfer bleibt die HTML-Prüfung aus." >&2; exit 2; }
	npm install --prefix build/vnu --no-audit --no-fund --no-save --silent vnu-jar@26.9.27

faults: setup     ## the long fault runs: kill at 100 random moments, on both databases
	GREMIENWERK_FAULT_RUNS=100 $(BIN)/pytest --timeout 0 tests/faults
	GREMIENWERK_TEST_DATABASE=postgresql GREMIENWERK_FAULT_RUNS=100 $(BIN)/pytest --timeout 0 tests/faults

clean:            ## remove everything that was made
	rm -rf $(VENV) var build dist
