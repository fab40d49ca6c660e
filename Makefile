# The task list of the project: `make help` prints it. GNU make 4.3, as Debian 12 has it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
export LC_ALL := C.UTF-8
export PYTHONDONTWRITEBYTECODE := 1

# A binary that needs no Swift libraries on the machine it runs on, and runs faster; macOS always has them.
STATIC := $(if $(filter Darwin,$(shell uname -s)),,--static-swift-stdlib)
WAYMARK ?= .build/release/waymark
export WAYMARK
VENV := .venv
PYTHON := $(VENV)/bin/python
VENV_READY := $(VENV)/.ready
SPEC := .build-tests/spec/commonmark.txt
RUFF := $(PYTHON) -m ruff
RUFF_FLAGS := --no-cache --config scripts/ruff.toml
PYTHON_SOURCES := Benchmarks Tests scripts
SHELL_SCRIPTS := .ci/run scripts/install-packages scripts/provide-waymark
SWIFT_SOURCES := Sources Tests Package.swift

##@ Building

.PHONY: setup
setup: ## Install what a build needs: pkg-config, libcmark, zlib and brotli
	@command -v swift >/dev/null || { echo "make: no 'swift' on PATH: install a Swift 6.2 or newer toolchain" >&2; exit 1; }
	@{ command -v pkg-config && pkg-config --exists libcmark zlib libbrotlienc; } >/dev/null 2>&1 \
	  || scripts/install-packages pkg-config libcmark-dev zlib1g-dev libbrotli-dev

.PHONY: build
build: setup ## Build .build/release/waymark
	swift build -c release $(STATIC)

.PHONY: site
site: build ## Build this project's own site from content/ into site/
	$(WAYMARK) build --content content --output site

.PHONY: serve
serve: build ## Show this project's own site in a browser while notes are written; SERVE="--open" for more
	$(WAYMARK) serve $(SERVE)

##@ Checking

.PHONY: setup-tests
setup-tests: $(VENV_READY) $(SPEC) ## Install what the tests need: Chromium, Java, Valgrind, servers, Python packages, the spec
	@command -v chromium >/dev/null || scripts/install-packages chromium
	@command -v java >/dev/null || scripts/install-packages default-jre-headless
	@command -v brotli >/dev/null || scripts/install-packages brotli
	@command -v valgrind >/dev/null || [ "$$(uname -s)" = Darwin ] || scripts/install-packages valgrind
	@command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || scripts/install-packages nginx-light
	@command -v caddy >/dev/null || scripts/install-packages caddy
	@command -v shellcheck >/dev/null || scripts/install-packages shellcheck
	@command -v rsync >/dev/null || scripts/install-packages rsync
	@command -v pdftotext >/dev/null || scripts/install-packages poppler-utils

$(VENV_READY): Tests/requirements.txt
	@python3 -c 'import ensurepip, venv' 2>/dev/null || scripts/install-packages python3-venv
	python3 -m venv --clear $(VENV)
	$(PYTHON) -m pip install --quiet --require-hashes --no-deps -r $<
	@touch $@

$(SPEC): Tests/Conformance/spec-source.txt scripts/fetch-spec $(VENV_READY)
	$(PYTHON) scripts/fetch-spec $< $(@D)

.PHONY: test
test: setup setup-tests ## Run every test; SUITES="swift conformance validation browser" chooses
	@$(PYTHON) scripts/run-tests $(SUITES)

.PHONY: check
check: setup $(VENV_READY) ## Check formatting, scripts, the walls between targets, and the tree
	swift format lint --strict --recursive $(SWIFT_SOURCES)
	$(RUFF) format --check $(RUFF_FLAGS) $(PYTHON_SOURCES)
	$(RUFF) check $(RUFF_FLAGS) $(PYTHON_SOURCES)
	$(VENV)/bin/oxlint --config scripts/oxlint.json --deny-warnings Sources/Pages/Theme Sources/Preview/Assets
	@command -v shellcheck >/dev/null || scripts/install-packages shellcheck
	shellcheck $(SHELL_SCRIPTS)
	$(PYTHON) scripts/check-purity
	$(PYTHON) scripts/check-tree

.PHONY: format
format: $(VENV_READY) ## Format all Swift and Python in place
	swift format --in-place --recursive $(SWIFT_SOURCES)
	$(RUFF) format $(RUFF_FLAGS) $(PYTHON_SOURCES)
	$(RUFF) check --fix $(RUFF_FLAGS) $(PYTHON_SOURCES)

##@ Looking and measuring

.PHONY: screenshots
screenshots: site setup-tests ## Photograph pages into .screenshots/; PAGES="/guide/ /tags/" chooses
	$(PYTHON) scripts/screenshots $(PAGES)

.PHONY: pictures
pictures: build setup-tests ## Take the pictures of the README anew
	$(PYTHON) scripts/readme-pictures

.PHONY: bench
bench: build $(VENV_READY) ## Measure against the floor; BENCH="--large --peers" for more
	$(PYTHON) Benchmarks/run $(BENCH)

##@ Housekeeping

.PHONY: requirements
requirements: $(VENV_READY) ## Pin Tests/requirements.in anew into Tests/requirements.txt
	$(PYTHON) -m venv .build-tests/pip-tools
	.build-tests/pip-tools/bin/pip install --quiet pip-tools
	cd Tests && ../.build-tests/pip-tools/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	  --strip-extras --no-header --no-emit-index-url --no-emit-find-links --output-file requirements.txt requirements.in

.PHONY: clean
clean: ## Remove everything that a build, a test or a benchmark made
	rm -rf .build .build-* .bench .screenshots .venv
	find site -mindepth 1 ! -name .gitignore -delete

.PHONY: help
help: ## Print this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
