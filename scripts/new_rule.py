"""Write a new rule, its test, and its line in the list.

Usage: ``make new-rule NAME=shouted-title LEVEL=content``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "src" / "corpusfmt" / "rules"
TESTS = ROOT / "tests" / "rules"
LEVELS = ("bytes", "layout", "document", "content")
"""The levels of rules that check one article; a corpus rule is best begun as a copy of another."""

RULE = '''\
"""What the rule finds, as a phrase.

### What it does

Reports …, but not …

### Why

…

### Fix

There is none.

### Example

```article
# Ferry Runs Again



A paragraph that has the problem: PROBLEM.
```

```findings
5:35: warning: the fact
  expected: what was expected
```

Without it:

```article
# Ferry Runs Again



A paragraph that does not.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings

SEVERITY = "warning"


def applies(context: Context) -> bool:
    return "PROBLEM" in context.text


def check(context: Context) -> Findings:
    """Yield a finding for each …"""
    start = context.text.find("PROBLEM")
    while start >= 0:
        end = start + len("PROBLEM")
        yield context.finding((start, end), "the fact", "what was expected")
        start = context.text.find("PROBLEM", end)
'''

TEST = '''\
"""Tests of the rule {name}."""

import pytest

from tests.rules.cases import article, found

CASES = {{
    "none": ("A paragraph.", []),
    "one": ("A PROBLEM.", [("5:3", "PROBLEM", "the fact")]),
}}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_it_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found("{name}", article(text)) == expected
'''


def main() -> int:
    """Write the three files and return the exit code."""
    name, level = sys.argv[1:]
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", name) or level not in LEVELS:
        print(
            f"expected a name such as shouted-title, and a level of {', '.join(LEVELS)}",
            file=sys.stderr,
        )
        return 2
    file = name.replace("-", "_")
    rule, test, rules = (
        RULES / level / f"{file}.py",
        TESTS / level / f"test_{file}.py",
        RULES / "__init__.py",
    )
    if rule.exists():
        print(f"{rule.relative_to(ROOT)} exists", file=sys.stderr)
        return 2
    rule.write_text(RULE, encoding="utf-8")
    test.write_text(TEST.format(name=name), encoding="utf-8")
    rules.write_text(add_to_list(rules.read_text("utf-8"), name, level), encoding="utf-8")
    for path in (rule, test, rules):
        print(f"wrote {path.relative_to(ROOT)}")
    print("next: write the rule, then `make generate` and `make test ARGS=tests/rules`")
    return 0


def add_to_list(text: str, name: str, level: str) -> str:
    """Return the list of rules with one more at the end of its level."""
    start = text.index(f'    "{level}": (\n')
    end = text.index("    ),\n", start)
    return f'{text[:end]}        "{name}",\n{text[end:]}'


if __name__ == "__main__":
    sys.exit(main())
