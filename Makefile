# Senningen: one word per job. `make demo` shows it, `make test` proves it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: help setup setup-dev demo up test style types imports unit bench bench-crossings lock clean

help:            ## what each word does
	@sed -n 's/^\([a-z-]*\):.*##/\1\t/p' Makefile

$(BIN)/uv: requirements/bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Senningen needs Python 3.11 or newer, got " + sys.version.split()[0] + "; name one with PYTHON=...")'
	@$(PYTHON) -m venv $(VENV) || { echo "Python has no venv: on Debian install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.lock
	@touch $@

$(VENV)/.run: $(BIN)/uv requirements/run.lock pyproject.toml
	@echo "installing what Senningen needs to run ..."
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@echo "installing what the tests need ..."
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.lock
	@touch $@

setup: $(VENV)/.run          ## install what it needs to run

setup-dev: $(VENV)/.dev      ## and what the tests need

demo: setup                  ## a chase crosses the border; the neighbour's console rings
	@$(BIN)/senningen demo

up: setup                    ## the local stack without the chase
	@$(BIN)/senningen up

test: setup-dev style types imports unit  ## everything CI runs

style: setup-dev             ## ruff
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: setup-dev             ## mypy --strict
	@$(BIN)/mypy

imports: setup-dev           ## the layers, by import-linter
	@$(BIN)/lint-imports

unit: setup-dev              ## every test, with a real Kafka and a real browser
	@sh .ci/packages
	@$(BIN)/pytest -n 2 --dist loadfile --durations=10

bench: setup-dev             ## the measurements of bench/
	@$(BIN)/python -m bench

bench-crossings: setup-dev   ## how well border crossings are told, on made-up units; eight minutes
	@$(BIN)/python -m bench crossings

lock: $(BIN)/uv              ## write the lock files anew
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/bootstrap.in -o requirements/bootstrap.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build pyproject.toml -o requirements/run.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build --extra dev -c requirements/run.lock pyproject.toml -o requirements/dev.lock

clean:                       ## remove what was installed and built (data too)
	rm -rf $(VENV) .senningen .mypy_cache .ruff_cache .pytest_cache .hypothesis
