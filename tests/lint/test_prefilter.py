"""The prefilter tells in which texts a rule can find something, and changes no finding."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from threading import Thread

import pytest

from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.prefilter import FEWEST, FEWEST_COMPILED, FEWEST_NOT_KEPT, prefilter_of
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Finding, Report
from corpusfmt.rules import RULES, all_rules
from corpusfmt.rules._page import examples
from corpusfmt.text.pattern_set import Expression, make_set
from corpusfmt.text.values import replace
from tests.budget import IS_FULL
from tests.for_each import for_each
from tests.property.damaging import damaged_sample
from tests.rules.cases import find, prepared

GATED = {rule.name: rule for rule in all_rules() if rule.prefilter is not None}

needs_hyperscan = pytest.mark.skipif(
    make_set([Expression("a", 0)]) is None, reason="hyperscan is not installed"
)


@pytest.fixture(scope="module", autouse=True)
def _default_is_prepared() -> None:
    """Load what is kept of the default rules, before the tests keep nothing."""
    prepared(*default_policy().rules)


@pytest.fixture(autouse=True)
def _nothing_is_kept(_default_is_prepared: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the small sets of these tests replace none that were kept."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


def unfiltered(texts: list[str | bytes]) -> list[Report]:
    """The reports of texts that are checked by rules without prefilters."""
    policy = default_policy()
    rules = tuple(replace(rule.loaded(), prefilter=None) for rule in policy.rules)
    checker = Checker(replace(policy, rules=rules))
    return [checker.check(Context(text)) for text in texts]


def filtered(texts: list[str | bytes]) -> list[Report]:
    """The reports of the same texts, checked at once."""
    prepared(*default_policy().rules)
    checked = list(Checker(default_policy()).check_all(map(Context, texts)))
    assert [one.error for one in checked] == [None] * len(texts)
    return [one.report for one in checked]


@needs_hyperscan
def test_the_findings_of_all_examples_are_the_same() -> None:
    texts = [example.content for rule in all_rules() for example in examples(rule)]
    assert filtered(texts) == unfiltered(texts)


@needs_hyperscan
def test_the_findings_of_damaged_articles_are_the_same() -> None:
    texts: list[str | bytes] = [damaged_sample(number) for number in range(160 if IS_FULL else 40)]
    assert filtered(texts) == unfiltered(texts)


@pytest.mark.slow
@needs_hyperscan
def test_no_expression_hides_what_a_rule_finds() -> None:
    """Each rule is asked, those that are off by default too; `find` compares with its prefilter."""
    texts = [example.content for rule in all_rules() for example in examples(rule)]
    texts += [damaged_sample(number) for number in range(160 if IS_FULL else 20)]
    number = 0
    for text in texts:
        for rule in GATED:
            number += len(find(rule, Context(text)))
    assert number > (100 if IS_FULL else 40)


@for_each(GATED)
def test_the_expressions_are_known_to_both_and_need_no_unicode(rule: Rule) -> None:
    assert rule.prefilter is not None
    for expression in rule.prefilter():
        pattern = re.compile(expression, re.MULTILINE)
        assert pattern.search("") is None, f"{expression} matches every text"
        assert re.search(r"\\[wWdDbB]", expression) is None, f"{expression} has a class of Unicode"


@needs_hyperscan
def test_hyperscan_compiles_the_expressions_of_all_default_rules_at_once() -> None:
    """Else no rule is skipped, and no test of a rule shows that its expressions are wrong."""
    prefilter = prepared(*default_policy().rules)
    assert len(prefilter.names) > 1
    assert prefilter.find([Context("# T\n")]).keys() == set(prefilter.names)


@needs_hyperscan
def test_a_rule_is_called_where_an_expression_matches() -> None:
    called: list[str] = []
    rules = (spy("ferry", called),)
    prefilter_of(rules).prepare()
    checker = Checker(replace(default_policy(), rules=rules))
    texts = [f"# T\n\n\n\nThe {word} sailed.\n" for word in ("ferry", "boat") * 16]
    list(checker.check_all(Context(text, str(place)) for place, text in enumerate(texts)))
    assert called == [str(place) for place in range(0, 32, 2)]


@needs_hyperscan
def test_the_first_few_texts_are_not_filtered(kept: None) -> None:
    called: list[str] = []
    prefilter_of((spy("ferry", []),)).prepare()  # which keeps the expressions
    checker = Checker(replace(default_policy(), rules=(spy("ferry", called),)))
    for number in range(FEWEST + 4):
        checker.check(Context("# T\n\n\n\nThe boat sailed.\n", str(number)))
    assert called == [str(number) for number in range(FEWEST - 1)]


@needs_hyperscan
def test_many_texts_are_filtered_though_nothing_is_kept() -> None:
    prefilter = prefilter_of([spy("ferry never seen", [])])
    text = Context("# T\n")
    assert prefilter.find([text] * (FEWEST_NOT_KEPT - 1)) == {}
    assert prefilter.find([text]) == {"spy": []}


@needs_hyperscan
def test_fewer_texts_are_filtered_if_the_expressions_can_be_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("corpusfmt.lint.prefilter.can_keep", lambda: True)
    prefilter = prefilter_of([spy("ferry seen twice", [])])
    text = Context("# T\n")
    assert prefilter.find([text] * (FEWEST_COMPILED - 1)) == {}
    assert prefilter.find([text]) == {"spy": []}


@needs_hyperscan
def test_nothing_is_scanned_where_no_rule_has_expressions() -> None:
    prefilter = prefilter_of([])
    prefilter.prepare()
    context = Context("# T\n\n\n\nCafé.\n")
    assert prefilter.find([context] * FEWEST) == {}
    assert "is_canonical" not in vars(context)


def test_a_rule_whose_options_are_set_is_not_filtered() -> None:
    called: list[str] = []
    policy = replace(
        default_policy(), rules=(spy("ferry", called),), options={("spy", "words"): ("boat",)}
    )
    texts = [Context("# T\n\n\n\nThe boat sailed.\n", str(place)) for place in range(20)]
    list(Checker(policy).check_all(texts))
    assert len(called) == 20


@needs_hyperscan
@pytest.mark.parametrize(
    "written",
    [
        "fe\\rry",
        "f&#101;rry",
        "fe**rr**y",
        "[ferr](https://example.org/)y",
        "[fe**rr**y](https://example.org/)",
        "f\u0001erry",
        "fe\ufeffrry",
        "Fe\u0301erry",
    ],
)
def test_marks_and_escapes_hide_no_word(written: str) -> None:
    written = written.replace("\\r", "r")
    text = f"# T\n\n\n\nThe {written} sailed.\n"
    assert likely("ferry|f\u0001erry|F\u00e9erry", Context(text)) == [0]


@needs_hyperscan
def test_a_text_with_surrogates_is_not_filtered() -> None:
    assert likely("ferry", Context("# T\ud800\n")) == [0]


@needs_hyperscan
def test_bytes_that_are_not_utf8_are_scanned_as_they_are_read() -> None:
    assert likely("Caf.!", Context(b"# Caf\xe9!\n")) == [0]


@pytest.fixture
def kept(_nothing_is_kept: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sets be kept, as where Python writes bytecode."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@needs_hyperscan
def test_threads_have_sets_of_their_own() -> None:
    prefilter = prefilter_of([spy("the|ferry", [])])
    prefilter.prepare()
    expected = prefilter.find([Context(damaged_sample(number)) for number in range(20)])
    assert 0 < len(expected["spy"]) < 20
    found: list[object] = []

    def find() -> None:
        prefilter.prepare()
        found.append(prefilter.find([Context(damaged_sample(number)) for number in range(20)]))

    threads = [Thread(target=find) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_expressions_are_the_same_in_each_process(seed: str) -> None:
    """Otherwise a set that was kept would not be found again."""
    program = (
        "from corpusfmt.lint.prefilter import prefilter_of; from corpusfmt.rules import all_rules;"
        "print(ascii(prefilter_of(all_rules()).expressions()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ascii(prefilter_of(all_rules()).expressions())


def test_corpus_rules_have_no_prefilter() -> None:
    assert GATED.keys().isdisjoint(RULES["corpus"])


def likely(expression: str, context: Context) -> list[int]:
    """The numbers of the texts that may match an expression, of one text and nothing else."""
    prefilter = prefilter_of([spy(expression, [])])
    prefilter.prepare()
    return list(prefilter.find([context])["spy"])


def spy(expression: str, called: list[str]) -> Rule:
    """A rule that notes the names of the texts it is called with."""

    def check(context: Context) -> Iterator[Finding]:
        called.append(context.name)
        return iter(())

    [*_, any_rule] = [rule for rule in all_rules() if rule.level == 1]
    return Rule(
        name="spy",
        level=1,
        severity=any_rule.severity,
        page="Spy.",
        check=check,
        prefilter=lambda: (expression,),
    )
