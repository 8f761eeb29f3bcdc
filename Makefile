# Everything this project does, by name. `make` or `make help` lists it.

PYTHON    ?= python3
DOCCANO_PYTHON ?= $(firstword $(shell command -v python3.11 python3.10 2>/dev/null) $(PYTHON))
# Of the folders in which the laws lie, the first, that of the laws of Canada and Ireland.
MIRROR    := $(firstword $(subst :, ,$(CORPORA_MIRROR)))
STRUCTURE ?= $(if $(MIRROR),$(MIRROR)/../../structure,../shared/structure)
WORLD     ?= ../shared/world
PRINTS    ?= corpora/prints
ENCODER   ?=
FROM      ?=
EXTRA     ?=
GPU       ?=
PART      ?=
FRESH     ?=
PARTIAL   ?=
ACCOUNTS  ?=
N         ?= 5000
SEED      ?= 0
WORKERS   ?= 2
NETWORK   ?=
LAWS      ?= $(wildcard $(or $(MIRROR),../shared/laws/raw) ../shared/world/text)
LABELS    ?=
INDEX     ?=
AGAINST   ?=
PORT      ?= 8000
LAW       ?= examples/border-management-bill.txt

# LAWS as somebody gave it, who then means labelled laws, and not what the fuzzer takes by itself.
OWN_LAWS := $(if $(filter command environment,$(origin LAWS)),$(LAWS))

VENV       := .venv
TRAIN_VENV := .venv-train
DOCCANO_VENV := .venv-doccano
BIN        := $(VENV)/bin
TRAIN      := $(TRAIN_VENV)/bin/python -m annotator.training
GATHER     := $(addprefix --extra ,$(EXTRA)) $(if $(PARTIAL),--partial)
DOCCANO    := $(BIN)/python -m annotator.rounds.doccano.local --python $(DOCCANO_VENV)/bin/python --port $(PORT)

DOCCANO_FITS := $(DOCCANO_PYTHON) -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 11))'

.DEFAULT_GOAL := help
.PHONY: help demo test test-buckets lint segment-eval sections-found prints-eval corpora agreement datasheet train export evaluate precedents coverage learning-curve release bench fuzz imports schema \
        doccano doccano-stop doccano-for-tests rounds-bench rounds-guide wheel package clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## set up and annotate a sample law (LAW=path for another)
	$(BIN)/annotate $(LAW)

test: $(VENV)/.tested doccano-for-tests lint ## set up and run the whole test suite
	$(BIN)/python -m pytest

test-buckets: $(VENV)/.tested ## corpora in buckets, beside a server of S3 on this machine
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test-s3]'
	$(BIN)/python -m pytest tests/corpus/test_s3.py tests/corpus/test_listing.py

lint: $(VENV)/.tested ## ruff and mypy (strict on annotator/)
	$(BIN)/ruff check annotator tests
	$(BIN)/ruff format --check annotator tests
	$(BIN)/mypy

segment-eval: $(VENV)/.installed ## score the segmenter against published structure (STRUCTURE=folder)
	$(BIN)/python -m annotator.measuring segment-eval $(STRUCTURE)

sections-found: $(VENV)/.installed ## count the sections found under their number in laws as sites print them (WORLD=folder)
	$(BIN)/python -m annotator.measuring sections-found $(WORLD)

prints-eval: $(VENV)/.installed ## score the segmenter against prints by people who had not seen it (PRINTS=folder)
	$(BIN)/python -m annotator.measuring prints-eval $(PRINTS)

corpora: $(TRAIN_VENV)/.installed ## get the labelled laws and join their labels (EXTRA=file, PARTIAL=1)
	$(TRAIN) corpora $(GATHER)

agreement: $(VENV)/.installed ## Krippendorff's alpha of the annotators (DECISIONS=folder)
	$(BIN)/python -m annotator.training agreement $(DECISIONS)

datasheet: $(VENV)/.installed ## write corpora/README.md from the corpora
	$(BIN)/python -m annotator.training datasheet

train: $(TRAIN_VENV)/.installed ## retrain, or go on with it (ENCODER=e5-small, minilm, or a folder; FROM=pipeline, EXTRA=round, GPU=0, FRESH=1)
	$(TRAIN) train $(if $(ENCODER),--encoder $(ENCODER)) $(if $(FROM),--from $(FROM)) $(GATHER) $(if $(GPU),--gpu $(GPU)) $(if $(FRESH),--fresh)

export: $(TRAIN_VENV)/.installed ## the trained classifier as one small graph, in work/candidate
	$(TRAIN) export

evaluate: $(if $(LABELS),$(VENV),$(TRAIN_VENV))/.installed ## its figures on dev countries never seen; or what ships on your own laws (LAWS=folder LABELS=file)
	$(if $(LABELS),$(BIN)/python -m annotator.training,$(TRAIN)) evaluate $(if $(OWN_LAWS),--laws '$(OWN_LAWS)') $(if $(LABELS),--labels '$(LABELS)')

precedents: $(VENV)/.installed ## an index of responsive clauses from the laws in corpora/laws.yaml, or go on with it (INDEX=file; see docs/precedents.md)
	$(BIN)/annotate precedents add --published corpora/laws.yaml $(if $(INDEX),--index '$(INDEX)')

coverage: $(VENV)/.installed ## for which blind and regressive clauses there is an amendment (SPLIT=train; after make corpora)
	$(BIN)/python -m annotator.measuring coverage $(if $(SPLIT),--split $(SPLIT)) --list

learning-curve: $(TRAIN_VENV)/.installed ## whether asking members as `annotate rounds next` does teaches more than asking at random (after make corpora)
	$(TRAIN_VENV)/bin/python -m annotator.measuring learning

release: $(TRAIN_VENV)/.installed ## put it into models/, unless it is worse on the test countries
	$(TRAIN) release

bench: $(VENV)/.installed $(TRAIN_VENV)/.installed ## speed and memory beside spaCy, torch and what the machine multiplies (PART='start throughput limits formats series growth' or all)
	$(TRAIN_VENV)/bin/python -m annotator.measuring bench --program $(BIN)/python $(addprefix --part ,$(PART))

fuzz: $(VENV)/.tested ## annotate what nobody would write (N=5000, SEED=0, WORKERS=2, NETWORK=10, LAWS='folder ...')
	$(BIN)/python -m tests.fuzz --examples $(N) --seed $(SEED) --workers $(WORKERS) $(if $(NETWORK),--network $(NETWORK)) \
		$(addprefix --laws ,$(LAWS))

imports: $(VENV)/.installed ## count rooms, arrows and circles of imports (AGAINST=revision or folder)
	$(BIN)/python -m annotator.measuring imports $(if $(AGAINST),--against $(AGAINST)) --list

doccano-for-tests:
	@if $(DOCCANO_FITS); then $(MAKE) --no-print-directory $(DOCCANO_VENV)/.installed; \
	else echo "No Python 3.10 or 3.11 for a doccano server: the tests that need one are skipped."; fi

# The names go by the environment: in a command line the shell would read what stands in them.
doccano: export ACCOUNTS := $(ACCOUNTS)
doccano: $(VENV)/.rounds $(DOCCANO_VENV)/.installed ## start a doccano server on this machine (ACCOUNTS='ana ben', PORT=8000)
	$(DOCCANO) start

doccano-stop: $(VENV)/.rounds ## stop it; its database stays in work/doccano
	$(DOCCANO) stop

rounds-bench: $(VENV)/.rounds $(DOCCANO_VENV)/.installed ## how long a round of 5,000 clauses and five members takes
	$(BIN)/python -m annotator.rounds.bench --python $(DOCCANO_VENV)/bin/python

rounds-guide: $(VENV)/.tested ## type docs/rounds.md into a shell word for word, as on an empty machine
	$(BIN)/python -m tests.rounds.guide

schema: $(VENV)/.installed ## write the schemas in docs/ anew: of annotations, decisions, baselines and comparisons
	$(BIN)/python -m annotator.schema > docs/annotation.schema.json
	$(BIN)/python -m annotator.rulings > docs/decisions.schema.json
	$(BIN)/python -m annotator.baseline.known > docs/baseline.schema.json
	$(BIN)/python -m annotator.comparison > docs/comparison.schema.json

wheel: $(VENV)/.tested ## build the wheel, the trained pipeline inside, into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

package: $(VENV)/.tested ## build the trained pipeline alone, as spaCy packages one, into dist/
	rm -rf build/package models/en_gender_clause/__pycache__
	mkdir -p build/package dist
	$(BIN)/python -m spacy package models/en_gender_clause build/package --build wheel
	cp build/package/*/dist/*.whl dist/

clean: ## remove environments and build output (what you trained, in work/, stays)
	rm -rf $(VENV) $(TRAIN_VENV) $(DOCCANO_VENV) dist build .pytest_cache .mypy_cache .ruff_cache

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 13) else "annotate needs Python 3.11 to 3.13; name one with `make PYTHON=python3.12 ...`.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,rounds,cluster]' 'ray<2.56'
	touch $@

$(VENV)/.rounds: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[rounds]'
	touch $@

# The server's versions and ours do not go together; hence an environment of its own, locked in full.
$(DOCCANO_VENV)/.installed: annotator/rounds/doccano/inside/requirements.txt
	@$(DOCCANO_FITS) || { echo "doccano needs Python 3.10 or 3.11; name one with \`make DOCCANO_PYTHON=python3.11 ...\`."; exit 1; }
	$(DOCCANO_PYTHON) -m venv $(DOCCANO_VENV)
	$(DOCCANO_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

# torch first and pinned: any other way fetches builds for graphics cards that most machines lack.
$(TRAIN_VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(TRAIN_VENV)
	$(TRAIN_VENV)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAIN_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[train,test]'
	touch $@
