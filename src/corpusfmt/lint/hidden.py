"""Find what fixes hide: problems that are neither repaired nor still reported after them.

A fix changes the text around it too: with a line joined to the one above, what was reported there
may no longer look like a problem. The fixer does not make such fixes (law 8).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.patterns import regex

_LINE_END = regex("\r\n|\r|\n")
_NO_LETTERS = regex(r"&#?[0-9A-Za-z]+;|[\W_]+")


def hidden_problems(
    text: str,
    found: Sequence[Diagnostic],
    fixed: str,
    left: Sequence[Diagnostic],
    made: Mapping[str, int],
    policy: Policy,
) -> frozenset[str]:
    """Return the problems of which less is reported than is left: names of rules or of problems.

    ``found`` is what was reported of ``text``, ``left`` what is reported of ``fixed``, the text
    after fixes, and ``made`` how many fixes of which rule were made. A finding is left where the
    letters and digits of its line are still in the text as often as before, and no rule with a fix
    has found something in the line. Findings of the form are repaired by any rewriting.
    """
    problems: dict[str, str] = {}  # without those of the form
    for rule in policy.every_rule():
        if not rule.of_form:
            problems[rule.name] = rule.problem or rule.name
    before = [one for one in found if one.rule in problems]
    reported = _count(left, problems)
    for name, count in made.items():
        reported[problems.get(name, name)] += count
    if not _count(before, problems) - reported:
        return frozenset()
    signs = {rule.name for rule in policy.every_rule() if rule.place_is_sign}
    remaining = _remaining(text, before, fixed, made, signs)
    return frozenset(_count(remaining, problems) - reported)


def _count(found: Iterable[Diagnostic], problems: Mapping[str, str]) -> Counter[str]:
    """Return how often each problem is reported."""
    return Counter([problems[one.rule] for one in found if one.rule in problems])


def _remaining(
    text: str,
    found: Iterable[Diagnostic],
    fixed: str,
    made: Mapping[str, int],
    signs: set[str],
) -> Iterator[Diagnostic]:
    """Yield the findings whose line is unchanged but for its marks, or whose place is a sign."""
    changed = {one.line for one in found if one.rule in made}
    lines, before, after = _LINE_END.split(text), _letters(text), _letters(fixed)
    for one in found:
        if one.rule in signs:
            yield one
        elif one.line not in changed:
            letters = _letters(lines[one.line - 1])
            if after.count(letters) >= before.count(letters):
                yield one


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without references."""
    return _NO_LETTERS.sub("", text)
