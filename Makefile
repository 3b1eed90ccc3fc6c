# Countersign. `make` lists what there is.

SHELL := /bin/bash
.DEFAULT_GOAL := help
export COUNTERSIGN_TEST_DATA ?= $(abspath ../shared/data)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: admin-ui/dist ## build everything and serve the demo on http://127.0.0.1:8080
	cargo run --package countersign -- demo --data .run/demo

.PHONY: test
test: packages ## all that CI runs
	$(MAKE) --no-print-directory lint
	$(MAKE) --no-print-directory test-admin
	$(MAKE) --no-print-directory test-rust
	$(MAKE) --no-print-directory test-browser
	@test -d "$(COUNTERSIGN_TEST_DATA)" || echo "SKIPPED, for want of the folder $(COUNTERSIGN_TEST_DATA) (COUNTERSIGN_TEST_DATA): the import of the real bundle, the real bylines, the cleaning of real answers, and the story of the seed article in the browser."

.PHONY: lint
lint: admin-ui/dist ## format, what deny.toml accepts, and clippy, warnings denied
	cargo fmt --all --check
	python3 tools/accepted.py
	cargo clippy --workspace --all-targets --locked -- -D warnings

.PHONY: test-rust
test-rust: admin-ui/dist target/documents/.made ## Rust tests, on SQLite and on a throwaway PostgreSQL
	tools/with-postgres cargo test --workspace --locked

.PHONY: test-admin
test-admin: admin-ui/node_modules ## types, lint and unit tests of the admin UI, and that its client is fresh
	cd admin-ui && npm run --silent check-generated && npm run --silent typecheck && npm run --silent lint && npm run --silent test

.PHONY: test-browser
test-browser: admin-ui/dist tests/browser/node_modules target/documents/.made ## the real binary in a real browser
	cargo build --locked --package countersign
	cd tests/browser && npm test --silent

.PHONY: dev
dev: admin-ui/node_modules ## server on :8080 and Vite on :5173, each reloading on change
	tools/dev

.PHONY: bench
bench: packages-bench admin-ui/dist ## measure against peers; see docs/performance.md
	tools/bench

.PHONY: fmt
fmt: ## format the Rust code
	cargo fmt --all

.PHONY: openapi
openapi: admin-ui/node_modules ## write the description of the API and the client made from it
	COUNTERSIGN_UPDATE_OPENAPI=1 tools/with-postgres cargo test --package api --test all openapi
	cd admin-ui && npm run --silent generate

.PHONY: packages
packages:
	@tools/need python3:python3 postgresql:pg_ctl chromium:chromium fontconfig:fc-list \
		"fonts-noto-core:font=Noto Sans" python3-venv:python=ensurepip \
		libreoffice-writer-nogui:soffice

.PHONY: packages-bench
packages-bench:
	@tools/need python3:python3 postgresql:pg_ctl nginx-light:nginx wrk:wrk

admin-ui/node_modules: admin-ui/package-lock.json
	cd admin-ui && npm ci --no-audit --no-fund
	@touch $@

admin-ui/dist: admin-ui/node_modules $(shell find admin-ui/src admin-ui/index.html admin-ui/vite.config.ts -type f 2>/dev/null)
	cd admin-ui && npm run --silent build
	@touch $@

tests/documents/.venv/.made: tests/documents/requirements.txt
	@tools/need python3:python3 python3-venv:python=ensurepip
	python3 -m venv tests/documents/.venv
	tests/documents/.venv/bin/python -m pip install --quiet --disable-pip-version-check \
		--requirement tests/documents/requirements.txt
	@touch $@

tests/documents/node_modules: tests/documents/package-lock.json
	cd tests/documents && npm ci --no-audit --no-fund
	@touch $@

# Word documents for the tests of crates/word, written by three programs that people use.
target/documents/.made: tests/documents/.venv/.made tests/documents/node_modules \
		tests/documents/article.json $(wildcard tests/documents/*.py tests/documents/*.mjs)
	@tools/need libreoffice-writer-nogui:soffice
	rm -rf target/documents && mkdir -p target/documents
	tests/documents/.venv/bin/python tests/documents/with_python.py target/documents
	node tests/documents/with-node.mjs target/documents
	tests/documents/.venv/bin/python tests/documents/with_office.py target/documents
	tests/documents/.venv/bin/python tests/documents/hostile.py target/documents
	@touch $@

tests/browser/node_modules: tests/browser/package-lock.json
	cd tests/browser && npm ci --no-audit --no-fund
	@touch $@
