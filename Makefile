# `make help` says what there is.

PREFIX ?= /usr/local
DESTDIR ?=

scripts := $(shell grep -sl '^\#!.*bash' .ci/run Scripts/* Benchmarks/* Tests/Scripts/*)
catalogs := $(wildcard Localization/*.po)
alta := .build/release/alta
shared := $(DESTDIR)$(PREFIX)/share
bash_completions := $(shared)/bash-completion/completions
zsh_completions := $(shared)/zsh/site-functions
fish_completions := $(shared)/fish/vendor_completions.d

.DEFAULT_GOAL := help
.PHONY: help demo test soak build install uninstall reference lint libraries clean

help: ## Show this text.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo 'PREFIX (now $(PREFIX)) and DESTDIR say where install and uninstall work.'

# The debug build: on a fresh machine it takes about half the time of the release build.
demo: libraries ## Build, register customers from answer files, show them in German and Spanish.
	swift build --product alta
	@Scripts/demo

test: libraries ## Run all tests.
	swift test --disable-xctest

# For hours in which nobody waits; CI runs a small part of it.
soak: build ## Run long campaigns against the release build.
	Tests/Scripts/form-fuzz --alta $(alta) --sequences 10000
	Tests/Scripts/store-faults $(alta)
	Tests/Scripts/definition-schema --alta $(alta) --changes 5000
	Tests/Scripts/definition-mutations --alta $(alta) --mutations 10000
	ALTA_IMPORT_ROUNDS=25 swift test --disable-xctest --filter 'ImportTests/is what answer files are'
	Tests/Scripts/import-kills $(alta) --kills 500
	Tests/Scripts/import-faults $(alta) --most 60
	Tests/Scripts/import-shards --alta $(alta) --rows 60000 --kills 40
	Tests/Scripts/mail-kills $(alta) --kills 500
	Tests/Scripts/mail-kills $(alta) --kills 2003 --calls
	Tests/Scripts/mail-postfix $(alta)
	Tests/Scripts/catalog-peers $(alta)
	Scripts/with-postgresql Tests/Scripts/import-shards --alta $(alta) --rows 60000 --kills 40 --server

build: libraries $(alta) ## Build .build/release/alta, for use elsewhere.

$(alta): Package.swift $(shell find Sources -type f)
	Scripts/build-release
	@touch $@

# Builds only what is out of date, so that `make build && sudo make install` builds nothing as root.
install: $(alta) ## Install program, wizards, catalogs and completions under PREFIX.
	install -d $(DESTDIR)$(PREFIX)/bin $(shared)/alta
	install -m 755 $(alta) $(DESTDIR)$(PREFIX)/bin/alta
	install -d $(DESTDIR)$(PREFIX)/libexec/alta
	install -m 755 $(alta)-mail $(DESTDIR)$(PREFIX)/libexec/alta/alta-mail
	cp -R Wizards Localization $(shared)/alta
	chmod -R u=rwX,go=rX $(shared)/alta
	install -d $(bash_completions) $(zsh_completions) $(fish_completions)
	$(alta) completions bash > $(bash_completions)/alta
	$(alta) completions zsh > $(zsh_completions)/_alta
	$(alta) completions fish > $(fish_completions)/alta.fish

uninstall: ## Remove what install has installed; stores stay.
	rm -f $(DESTDIR)$(PREFIX)/bin/alta $(bash_completions)/alta $(zsh_completions)/_alta
	rm -f $(fish_completions)/alta.fish
	rm -rf $(shared)/alta $(DESTDIR)$(PREFIX)/libexec/alta

# What tests find out of date is written anew by this.
reference: ## Write the pages of Documentation/reference.
	swift build --product alta
	@mkdir -p Documentation/reference
	@for page in definition-keys field-types expressions check-ids; do \
	  .build/debug/alta wizard reference $$page > Documentation/reference/$$page.md; done

lint: ## Check formatting, scripts and catalogs.
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@if command -v shellcheck > /dev/null; then shellcheck $(scripts); \
	else echo 'shellcheck is not installed: scripts not checked'; fi
	@if command -v msgfmt > /dev/null; then $(foreach po,$(catalogs),msgfmt -c -o /dev/null $(po) &&) true; \
	else echo 'msgfmt is not installed: catalogs not checked'; fi

libraries:
	@Scripts/install-libraries

clean: ## Remove everything that was built, the demo's store included.
	rm -rf .build
