# make help lists the targets. Everything happens inside this folder: .venv/ (packages), var/ (data), staticfiles/ (collected files).
.DEFAULT_GOAL := help
.PHONY: help run editor install test soak check screenshots format

SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(or $(shell for p in python3 python3.13 python3.12 python3.11; do $$p -c '$(SUPPORTED)' 2>/dev/null && echo $$p && break; done),python3)
VENV := .venv/bin
# What install.py is written in, Python 2 cannot even read.
READABLE := import sys; sys.version_info >= (3, 6) or sys.exit("error: Python 3.11, 3.12 or 3.13 is needed; this is " + sys.version.split()[0])
INSTALL = @$(PYTHON) -c '$(READABLE)' && $(PYTHON) sco_archive/install.py

help: ## List the targets
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | while IFS='	' read -r name text; do printf '  make %-11s %s\n' "$$name" "$$text"; done

run: ## Install, prepare the database, import the seed articles, serve at http://127.0.0.1:8000 (PORT=8001 for another port)
	$(INSTALL) requirements.txt
	@exec $(VENV)/python -m sco_archive.start

editor: ## Make an account for the editorial desk
	$(INSTALL) requirements.txt
	@$(VENV)/python manage.py createsuperuser

install: ## Install what development needs
	$(INSTALL) requirements-dev.txt

# Browser tests have processes of their own: the browser's event loop gives Django other connections than the tests beside it have.
# A worker that is done takes over half of what the other has left, so that none is idle beside a file of few long tests.
test: install ## Run all tests: unit, database, browser
	@$(VENV)/python -m pytest -n auto --dist worksteal -m "not browser"
	@$(VENV)/python -m pytest -n auto --dist worksteal -m browser

soak: install ## Run the long forms of the tests
	@SOAK=1 $(VENV)/python -m pytest -m "soak or longer"

check: install ## Lint, types, layers, migrations, production settings
	@.ci/check

screenshots: install ## Take the pictures of the README anew
	@SCREENSHOTS=docs/screenshots $(VENV)/python -m pytest tests/browser/test_screenshots.py

format: install ## Format the code
	@$(VENV)/ruff format . && $(VENV)/ruff check --fix .
