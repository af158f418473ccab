# Every daily act is one word. `make run` needs only Python 3.11 and make.

PORT ?= 8501
HOST ?= 127.0.0.1
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --require-hashes --quiet --progress-bar on

.PHONY: run test install check fix bench screenshots lock browser
.DELETE_ON_ERROR:

run: .venv/installed
	@$(BIN)/python -m etl.first_run
	@echo "LUKO staat op http://localhost:$(PORT) (stoppen met Ctrl-C)"
	@exec $(BIN)/uvicorn app:app --host $(HOST) --port $(PORT) --no-server-header --no-access-log --log-level warning

install: .venv/installed-for-tests

.venv/installed: requirements.lock
	@$(PYTHON) -c 'import sys; assert sys.version_info[:2] == (3, 11), f"Python 3.11 is nodig, dit is {sys.version.split()[0]}"'
	@echo "Omgeving klaarzetten in .venv (een tot drie minuten) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) -r requirements.lock
	@touch $@

.venv/installed-for-tests: requirements-dev.lock .venv/installed
	@echo "Testgereedschap installeren ..."
	@$(PIP) -r requirements-dev.lock
	@touch $@

browser:
	@sh tests/browser/install.sh

test: install browser
	@$(BIN)/pytest -n 2 --dist loadfile tests

check: install
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --nocolor --disable-progress-bar --processes 2 sql
	@git ls-files -z | xargs -0 $(BIN)/detect-secrets-hook --baseline .secrets.baseline
	@echo "check: in orde"

fix: install
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	@$(BIN)/sqlfluff fix --nocolor --disable-progress-bar sql

bench: install
	@$(BIN)/python -m tests.benchmarks

screenshots: install browser
	@$(BIN)/python -m tests.browser.screenshots

lock: install
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q requirements.txt -o requirements.lock
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q requirements-dev.txt -o requirements-dev.lock
