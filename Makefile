# The two commands for a newcomer: `make route` and `make test`.

SWIFT ?= swift
CONFIGURATION ?= release
BUILD = $(SWIFT) build -c $(CONFIGURATION)
BIN = .build/$(CONFIGURATION)
PACKS = $(patsubst lexicons/%/manifest.tsv,%,$(wildcard lexicons/*/manifest.tsv))

.PHONY: route test bench lint fmt check eval tune deps build clean

## Build, and route the sample calls with every pack.
route: build
	@for pack in $(PACKS); do \
	  echo "== $$pack"; \
	  $(BIN)/fenliu route --pack $$pack corpora/samples.txt || exit; \
	done

## All tests, on optimized code, as it ships.
test: deps
	$(SWIFT) test -c $(CONFIGURATION) --disable-xctest --quiet

## Latency and throughput on the sample corpus.
bench: build
	$(BIN)/bench --pack chengkou

## Fit the mined terms to all training batches anew.
tune: build
	$(BIN)/fenliu tune --pack chengkou $(shell scripts/batches all train)

## Mistakes in the lexicons, all at once.
check: build
	$(BIN)/fenliu check --all

## Accuracy on the development batches; test batches are for the gate.
eval: build
	$(BIN)/fenliu eval --pack chengkou $(shell scripts/batches chengkou dev)

build: deps
	$(BUILD) --product fenliu
	$(BUILD) --product bench

## ICU's headers and library; the only thing to install besides Swift.
deps:
	@scripts/install-deps

## Style: Swift sources as swift-format has them, tables in order.
lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	scripts/lint-tables

fmt:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build
