# Plenary: make run, make test. `make help` says the rest.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
SAMPLE  ?= $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/plenary/sample.plenary

# One binary that needs no other file: the Swift runtime goes in where the toolchain has it to give.
# lld links faster than the default and is quiet about what glibc thinks of mktemp.
STATIC  := $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static/linux)
RELEASE := -c release $(if $(STATIC),--static-swift-stdlib) -Xswiftc -use-ld=lld -Xlinker -s
BINARY  = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)/plenary

.PHONY: run build test bench install uninstall format format-check keys record clean help needs needs-test

run: build ## open a ready sample session in the console
	@if [ -t 0 ] && [ -t 1 ]; then \
	  exec "$(BINARY)" demo --dir "$(SAMPLE)"; \
	else \
	  echo "make run opens the console, which needs a terminal, and there is none here." >&2; \
	  echo "To look at the sample otherwise:" >&2; \
	  echo "  $(BINARY) demo --dir \"$(SAMPLE)\" --no-open" >&2; \
	  echo "  $(BINARY) replay \"$(SAMPLE)\"" >&2; \
	  echo "  $(BINARY) export \"$(SAMPLE)\" --output /tmp/plenary-sample" >&2; \
	  exit 1; \
	fi

build: needs ## build the release binary
	@$(SWIFT) build $(RELEASE) --product plenary
	@echo "built $(BINARY)"

test: needs-test format-check ## build and run every test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --skip EndToEndTests
	$(SWIFT) test --skip-build --filter EndToEndTests

bench: needs ## measure the hot paths; prints ratios and writes docs/performance.md
	@sh scripts/install-packages.sh jq
	$(SWIFT) build $(RELEASE) --product plenary
	$(SWIFT) build $(RELEASE) --product Benchmarks
	"$$($(SWIFT) build $(RELEASE) --show-bin-path)/Benchmarks" --plenary "$(BINARY)" --write docs/performance.md

install: build ## install under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/plenary"

uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/plenary"

format: ## format every source file
	$(SWIFT) format -i -p -r Package.swift Sources Tests Themes

format-check: ## say which files are not formatted
	$(SWIFT) format lint --strict -p -r Package.swift Sources Tests Themes

record: needs-test ## record golden screens and generated documents anew; review the diff like code
	PLENARY_RECORD=1 $(SWIFT) test --filter ConsoleTests

clean: ## remove what was built
	rm -rf .build

needs:
	@sh scripts/install-packages.sh libncurses-dev

needs-test: needs
	@sh scripts/install-packages.sh tmux procps python3 python3-jsonschema python3-markdown-it

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16
