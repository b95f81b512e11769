"""What a rule needs of a text, and that its module is not imported for a text without it."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.lint.needs import FACTS, has_one
from corpusfmt.rules import RULES, all_rules
from tests.command_line import CLEAN, ENVIRONMENT

MODULES = """
import sys
from corpusfmt.cli.main import main
main(sys.argv[1:])
print(*(name for name in sys.modules if name.startswith("corpusfmt.rules.")), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        (b"# Caf\xe9\n", "not text"),
        ("# Title\r\n", "not readable"),
        ("# Caf\u00e9\n", "not ASCII"),
        ("# Title  \n", "not canonical"),
        ("# A\n\n\n\nB.\n\nOriginal url:\n\n<https://a.example/b>\n", "a URL"),
        ("# A\n\n\n\nB.\n", "no URL"),
        ("# A\n\n\n\n## B\n\nC.\n", "a heading"),
    ],
)
def test_a_text_has_what_is_true_of_it(content: str | bytes, fact: str) -> None:
    assert has_one(Context(content), ("in no text", fact))


def test_a_text_has_the_strings_in_it() -> None:
    context = Context("# A\n\n\n\nB & C.\n")
    assert has_one(context, ("~", "& C"))
    assert not has_one(context, ("~", "& D"))


def test_required_fields_are_those_of_the_policy() -> None:
    assert has_one(Context("# A\n", require=("date",)), ("required fields",))
    assert not has_one(Context("# A\n"), ("required fields",))


def test_an_article_that_is_as_it_should_be_lacks_most_facts() -> None:
    context = Context("# A\n\n\n\nB.\n")
    assert [name for name in FACTS if has_one(context, (name,))] == ["no URL"]


def test_facts_are_needed_by_rules() -> None:
    needed = {need for rule in all_rules() for need in rule.needs}
    assert needed >= FACTS.keys()


@pytest.mark.program
def test_a_rule_is_not_imported_for_a_text_that_lacks_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CLEAN, "utf-8")
    command = (sys.executable, "-c", MODULES, "check", "--no-cache", str(path))
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=True)
    imported = set(done.stderr.decode().split())
    context = Context(CLEAN)
    lacking = {rule.name for rule in all_rules() if rule.needs and not has_one(context, rule.needs)}
    modules = set()
    for folder, names in RULES.items():
        for name in lacking.intersection(names):
            modules.add(f"corpusfmt.rules.{folder}.{name.replace('-', '_')}")
    assert len(modules) == len(lacking) > 10
    assert imported.isdisjoint(modules)
    assert "corpusfmt.rules.content.boilerplate" in imported
