# What a checkout can do; `make` alone lists it. Everything is installed into .venv, nothing outside of this folder.

PYTHON = python3
VENV = .venv
OUT = out
ARGS =
FIELD = $(CORPUSFMT_FIELD)

# Paths stay relative: the folder of the checkout may have blanks in its name.
RUN = $(VENV)/bin/python
CORPUSFMT = $(VENV)/bin/corpusfmt
SOME = $(RUN) -m pytest -n auto --dist worksteal --ignore tests/property -m 'not law and not packaging and not slow and not field'
INSTALLED = $(VENV)/installed

# pytest keeps the tests that it has prepared in __pycache__; without them, each of its processes starts much slower.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test test-fast coverage test-pythons test-engines fuzz field generate new-rule bench bench-peers clean

help:
	@echo 'make demo               set up, check the sample articles, convert them to JSON and back'
	@echo 'make test               set up, then run the linter, the type checker and all tests; ARGS="-k name" selects some'
	@echo 'make test-fast          run the linter and a selection of the tests: no laws, packaging or real articles'
	@echo 'make coverage           measure which branches the tests reach, without the laws and the slow tests'
	@echo 'make test-pythons       run the tests of the format with the oldest and the newest other Python installed'
	@echo 'make test-engines       install datatrove and Ray into .venv-engines, and run the tests that need them'
	@echo 'make fuzz               run the property tests with many more examples'
	@echo 'make field FIELD=path   convert real articles and compare the result with what is known about them'
	@echo 'make generate           write the generated files: docs/rules.md, the schema of the settings, samples, parsing tables'
	@echo 'make new-rule NAME=name LEVEL=content   write a new rule, its test and its line in the list'
	@echo 'make bench              measure the speed'
	@echo 'make bench-peers        compare the speed with that of other linters, in an environment of its own; FIELD=path adds real articles'
	@echo 'make clean              remove everything that make created, including .venv'
	@echo
	@echo 'make PYTHON=python3.12 demo   set up with another Python; 3.11 or newer is required'

# Python compiles what is imported when it is first imported; most of what is installed never is. Installs again only if this folder, its pyproject.toml or a Python named on the command line is not the one that was
# installed: otherwise no network is needed. WHICH and TOO_OLD must run on any Python, however old.
WHICH = import sys; print(sys.version)
TOO_OLD = import sys; v = sys.version_info; v[:2] < (3, 11) and sys.exit("%s is Python %d.%d; expected 3.11 or newer, as in: make PYTHON=python3.12" % (sys.executable, v[0], v[1]))
NAMED = $(filter command,$(origin PYTHON))

setup:
	@{ { pwd; cat pyproject.toml; } | cmp -s - $(INSTALLED) && \
	{ test -z '$(NAMED)' || test "$$($(PYTHON) -c '$(WHICH)')" = "$$($(RUN) -c '$(WHICH)')"; }; } || { set -e; \
	command -v $(PYTHON) >/dev/null || { echo '$(PYTHON) is not installed; expected Python 3.11 or newer, as in: make PYTHON=python3.12' >&2; exit 1; }; \
	$(PYTHON) -c '$(TOO_OLD)'; \
	echo '== Installing corpusfmt and its tools into $(VENV)'; \
	test -z '$(NAMED)' || rm -rf $(VENV); \
	$(PYTHON) -m venv $(VENV); \
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[dev]'; \
	{ pwd; cat pyproject.toml; } > $(INSTALLED); }

demo: setup
	@echo '== Checking the sample articles in corpus/'
	$(CORPUSFMT) check corpus
	@echo
	@echo '== Converting them: all into one file of JSON Lines, and each into a JSON file of its own'
	@rm -rf $(OUT)
	@mkdir $(OUT)
	$(CORPUSFMT) convert corpus --to jsonl -o $(OUT)/articles.jsonl
	$(CORPUSFMT) convert corpus --to json -o $(OUT)/json
	@echo
	@echo '== Converting the JSON back into text'
	$(CORPUSFMT) convert $(OUT)/json --to text -o $(OUT)/text
	@echo
	@echo '== Comparing that text with the articles, byte for byte'
	diff -r -x LICENSE -x README.md -x faulty corpus $(OUT)/text
	@echo 'They are the same. Look into $(OUT)/ for what was made.'

test: setup
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	@mkdir -p $(OUT)
	@echo '$(RUN) -m mypy, while the tests run'; $(RUN) -m mypy > $(OUT)/mypy.txt 2>&1 & types=$$!; \
	echo '$(RUN) -m pytest -n auto --dist worksteal $(ARGS)'; \
	tests=0; $(RUN) -m pytest -n auto --dist worksteal $(ARGS) || tests=$$?; \
	wait $$types || { cat $(OUT)/mypy.txt; exit 1; }; exit $$tests

test-fast: setup
	$(RUN) -m ruff check .
	CORPUSFMT_HYPOTHESIS_PROFILE=quick $(SOME) $(ARGS)

coverage: setup
	$(SOME) --cov --cov-report=term $(ARGS)

test-pythons: setup
	$(RUN) tests/pythons.py

# In an environment of its own: these engines need a gigabyte.
test-engines:
	$(PYTHON) -m venv .venv-engines
	.venv-engines/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[datatrove,ray,testing,zstd]' 'pytest>=8'
	.venv-engines/bin/python -m pytest -p no:cacheprovider $(ARGS) tests/consumers/test_datatrove.py tests/consumers/test_ray.py

fuzz: setup
	CORPUSFMT_HYPOTHESIS_PROFILE=long $(RUN) -m pytest -n auto --dist worksteal $(ARGS) tests/property

field: setup
	@test -n "$(FIELD)" || { \
	echo 'make field needs a folder of real articles, which are not part of the project, as in: make field FIELD=path' >&2; \
	echo 'It holds the folders layout, print and pdf, the truth beside each as NAME.truth.jsonl, and score.py.' >&2; exit 2; }
	@test -f "$(FIELD)/score.py" || { echo '$(FIELD) has no score.py; expected a folder of real articles' >&2; exit 2; }
	@mkdir -p $(OUT)/field
	@set -e; for kind in layout print pdf; do \
	echo "== $$kind"; \
	$(CORPUSFMT) convert "$(FIELD)/$$kind" --force --to jsonl -o $(OUT)/field/$$kind.jsonl; \
	test $$kind = pdf || $(RUN) "$(FIELD)/score.py" "$(FIELD)/$$kind.truth.jsonl" $(OUT)/field/$$kind.jsonl; \
	done
	@for kind in layout pdf; do \
	echo "== split-paragraph in $$kind"; \
	way=--pairs; test $$kind = layout || way=--splits; \
	$(CORPUSFMT) check --quiet --select split-paragraph --report jsonl=$(OUT)/field/splits.jsonl "$(FIELD)/$$kind" > /dev/null; \
	$(RUN) "$(FIELD)/score.py" $$way "$(FIELD)/$$kind.truth.jsonl" $(OUT)/field/splits.jsonl || exit; \
	done
	CORPUSFMT_FIELD_WHOLE=1 CORPUSFMT_FIELD="$$(cd "$(FIELD)" && pwd)" $(RUN) -m pytest $(ARGS) tests/property/test_real_articles.py tests/property/test_law_8_on_real_articles.py tests/rules/test_on_real_articles.py

generate: setup
	$(RUN) -m scripts.generate

new-rule: setup
	@test -n "$(NAME)" -a -n "$(LEVEL)" || { \
	echo 'make new-rule needs a name and a level, as in: make new-rule NAME=shouted-title LEVEL=content' >&2; exit 2; }
	$(RUN) -m scripts.new_rule "$(NAME)" "$(LEVEL)"

bench: setup
	$(RUN) benchmarks/make_corpus.py
	$(RUN) benchmarks/run.py $(ARGS)

# The peers are installed here, and corpusfmt as users install it, not as a checkout.
bench-peers: setup
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check rumdl==0.3.0 mdformat==1.0.0 pymarkdownlnt==0.9.41 yamllint==1.38.0
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check '.[fast]'
	$(RUN) -m benchmarks.peers $(if $(FIELD),--field "$(FIELD)") $(ARGS)

clean:
	rm -rf $(VENV) .venv-* $(OUT) benchmarks/data build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
