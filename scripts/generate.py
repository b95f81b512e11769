"""Write every file of the checkout that is derived from others: ``make generate``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpusfmt.api.checking import check
from corpusfmt.config.json_schema import settings_schema
from corpusfmt.lint.rule import CORPUS, Rule
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.rules import TABLE, all_rules, declarations
from corpusfmt.rules._page import examples, rules_page
from corpusfmt.syntax.compile import compiled_text
from corpusfmt.syntax.grammar import GRAMMARS
from scripts import date_words, place_words
from scripts.accuracy_page import accuracy_notes, accuracy_page
from scripts.convert_page import IMPORT_PAGE, PAGE, convert_page, import_page
from scripts.grammar_words import GRAMMAR, credits_table, write_words

ROOT = Path(__file__).resolve().parents[1]
FAULTY = ROOT / "corpus" / "faulty"

Files = Iterator[tuple[Path, bytes]]

_IS_GENERATED = "generated"
"""The key in the expectations of a sample that is written again when the example changes."""

_SHOWN = ("rule", "line", "column", "severity", "message", "expected", "pointer", "byte_offset")


def generated() -> Files:
    """Yield path and content of each derived file, first those that others depend on."""
    yield date_words.NAMES, date_words.write_names().encode()
    yield date_words.AGO, date_words.write_ago().encode()
    yield date_words.TABLE, date_words.write_table().encode()
    yield date_words.UNREAD_TABLE, date_words.write_unread_table().encode()
    yield place_words.PLACES, place_words.write_places().encode()
    yield GRAMMAR, write_words(GRAMMAR.read_text("utf-8")).encode()
    yield ROOT / "grammar" / "credits.table", credits_table().encode()
    yield ROOT / "docs" / "credit-words.json", credits_table().encode()
    for grammar in GRAMMARS:
        yield ROOT / "grammar" / f"{grammar}.table", compiled_text(grammar).encode()
    yield ROOT / "src" / "corpusfmt" / "rules" / TABLE, declarations().encode()
    yield ROOT / "docs" / "rules.md", rules_page(accuracy_notes()).encode()
    yield ROOT / "docs" / "accuracy.md", accuracy_page().encode()
    yield PAGE, convert_page().encode()
    yield IMPORT_PAGE, import_page().encode()
    yield ROOT / "schema" / "settings.schema.json", settings_schema().encode()
    for rule in rules_to_sample():
        yield from sample(rule)


def outdated() -> list[Path]:
    """Return the derived files that are missing, or not what they are derived from."""
    return [
        path for path, content in generated() if not path.is_file() or path.read_bytes() != content
    ]


def rules_to_sample(folder: Path = FAULTY) -> list[Rule]:
    """Return the rules whose sample in corpus/faulty was generated, or that no sample is about.

    Corpus rules need several files and have none.
    """
    shown: set[str] = set()
    generated_names: set[str] = set()
    for path in folder.glob("*.expected.json"):
        expected = json.loads(path.read_text("utf-8"))
        name = path.name.removesuffix(".expected.json")
        shown |= {finding["rule"] for finding in expected["findings"]}
        if _IS_GENERATED in expected:
            generated_names.add(name)
    by_hand = shown - generated_names
    return [rule for rule in all_rules() if rule.level != CORPUS and rule.name not in by_hand]


def sample(rule: Rule) -> Files:
    """Yield a sample of a rule: the first example of its page that has findings, and these."""
    example = next((example for example in examples(rule) if example.findings), None)
    if example is None:
        return
    content = example.content if isinstance(example.content, bytes) else example.content.encode()
    expected: dict[str, Any] = {_IS_GENERATED: True}
    if example.require:
        expected["require"] = list(example.require)
    if not rule.is_on:
        expected["rules"] = [rule.name]
    name = f"{rule.name}.txt"
    report = check(content, name, example.require, expected.get("rules"))
    expected["findings"] = [_record(diagnostic) for diagnostic in report.diagnostics]
    yield FAULTY / name, content
    yield (
        FAULTY / f"{rule.name}.expected.json",
        (json.dumps(expected, indent=2, ensure_ascii=False) + "\n").encode(),
    )


def _record(diagnostic: Diagnostic) -> dict[str, Any]:
    values = {name: getattr(diagnostic, name) for name in _SHOWN}
    return {name: value for name, value in values.items() if value is not None}


def main() -> int:
    """Write the files that are outdated, and return the exit code."""
    for path, content in generated():
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
            print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
