# What there is to do: `make help`.

SHELL := /bin/sh
export PATH := $(CURDIR)/.tools/bin:$(PATH)
TOOL := cargo run --quiet --release --features pack --
ADDRESS ?= 127.0.0.1
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help demo dist test test-all gallery-shots hall-shots heard bench size lint fmt audit setup setup-test

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{ printf "  make %-13s %s\n", $$1, $$2 }'

setup: ## install what the build needs (also run by what needs it)
	scripts/setup.sh build

setup-test:
	scripts/setup.sh test

dist: setup ## build everything that is published into dist/
	$(TOOL) build
	cp --remove-destination target/release/indicator-widgets dist/indicator-widgets

demo: dist ## build, and show the gallery at http://127.0.0.1:8000/
	dist/indicator-widgets serve dist --port $(PORT)

test: setup-test ## everything that must hold before a change is kept
	cargo fmt --check
	cargo clippy --quiet --locked --all-targets -- -D warnings
	PROPTEST_RNG_SEED=37668 cargo test --quiet --locked
	$(MAKE) dist
	node scripts/size.mjs
	node --test tests/wasm.mjs tests/nowasm.mjs tests/docs.mjs tests/package.mjs tests/built.mjs tests/trend.mjs
	node tests/fuzz.mjs
	.venv/bin/frictionless validate data/datapackage.json
	node tests/browser/run.mjs
	node tests/browser/hosts.mjs --browsers chromium,chromium69
	node tests/browser/package.mjs
	node tests/browser/soak.mjs --slides 1000 --visits 100 --heap 1000 --minutes 1

test-all: test ## test, and the slow checks: every check in every browser, every picture, lint of the browser's and the packer's code
	LAYOUTS=1200 cargo test --quiet --locked --test layouts --test comparison
	FUZZ_INPUTS=1000000 cargo test --quiet --locked --profile fuzz --no-default-features --test fuzz -- --nocapture
	node tests/fuzz.mjs --inputs 1000000
	node tests/reproducible.mjs
	PROPTEST_CASES=1000000 cargo test --quiet --locked --release --no-default-features --lib page_table
	node tests/browser/run.mjs --all
	node tests/browser/hosts.mjs
	ALL=1 node --test tests/package.mjs
	node tests/browser/package.mjs --all
	node tests/browser/soak.mjs --slides 500000 --visits 50000 --samples 200
	node tests/browser/soak.mjs --slides 500000 --visits 50000 --samples 200 --browser firefox
	MOTION=1 node tests/browser/run.mjs --browsers firefox --only motion
	cargo clippy --quiet --locked --release --features pack -- -D warnings
	RUSTFLAGS="-C target-cpu=mvp" cargo clippy --quiet --locked --lib --profile web --no-default-features --features web --target wasm32-unknown-unknown --target-dir target/web -- -D warnings

gallery-shots: dist ## every view at every width, theme, language and text size, in contact sheets in target/gallery-shots/
	node tests/browser/pictures.mjs --sheets target/gallery-shots

hall-shots: dist ## every screen of the hall's page at four sizes, and a visit as a strip of frames, in target/hall-shots/
	node tests/browser/hall-shots.mjs target/hall-shots

heard: dist ## what a screen reader finds in each view, from the browser's own accessibility tree
	node tests/browser/heard.mjs

bench: dist ## how long drawing takes, and frames of the hall's page
	cargo bench
	node tests/browser/frames.mjs

size: ## how large the published files are
	node scripts/size.mjs

lint: ## clippy, as the tests run it
	cargo clippy --locked --all-targets -- -D warnings

fmt: ## format the Rust sources
	cargo fmt

audit: ## terms, sources and known faults of what we depend on
	scripts/setup.sh audit
	scripts/audit.sh
