"""Author that is not a person or an organization.

### What it does

Reports a name of the byline that is not the name of a person or an organization:

- the words of a form or a template (`Please Enter Your Name Here`, `admin`, `undefined`);
- an e-mail address, a handle or a URL, alone or after a name;
- a date, a number, or signs without letters;
- a name with a label before it (`Par Ada Brook`) or a day or month after it (`Ada Brook Fri`);
- a number of the page (`5 Comments`);
- a name with that of a website after a bar (`Ada Brook | Skerry Post`), or that of a host;
- several names in one: more than eight words, with commas and most in capitals;
- a sentence: more than eight other words, or a question mark or an exclamation mark at the end;
- a name with a label or with itself joined to it (`Ada BrookPublished`, `Ada BrookAda Brook`);
- after another author, a role of several words (`Senior Reporter`), or the place that the text
  begins with (`MERROW —`);
- with severity info, a day of the week, a section (`Sports`), the name of a user (`ada.brook`) and
  a slogan (`News you can trust`);
- with severity info, two to four words of which one is in no names of persons, but in those of
  organisations, clubs, courts, competitions and subjects (`Borussia Merrow`), or all are in both
  (`Deutsche Bank`);
- with severity info, next to the name of a person, a place, or a single word that is not an
  agency: it may be a place or a paper;
- with severity info, a name that consists of a person and an agency or a paper (`Ada Brook
  Reuters`); two authors of one word each, which may be one name with the surname first (`Brook,
  Ada`); a first name and a role (`Ada Executive City Reporter`); two Chinese words that may be two
  names (`张三 李四`); and a name of three words that ends in a place (`Ada Brook Brussels`).

A reading time (`3 min read`) in the place of a role is reported, too.

### Why

Scrapers take whatever the page has in the place of the author. In a corpus, such a name is counted
as an author.

### Fix

There is none: the right name is not known.

### Example

```article
# Ferry Runs Again

By Please Enter Your Name Here

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:4: warning: “Please Enter Your Name Here” is a placeholder, or a label of the page
  expected: the name of an author
```

Use instead:

```article
# Ferry Runs Again

By Ana Lind

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.author_facts import DESKS, doubt_of, fact_of
from corpusfmt.syntax.byline_authors import has_word_of_role
from corpusfmt.syntax.byline_names import is_listed
from corpusfmt.syntax.byline_persons import is_certain, is_person
from corpusfmt.syntax.byline_places import is_place
from corpusfmt.syntax.byline_words import words
from corpusfmt.syntax.credit_lists import agencies, credit_words
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry

SEVERITY = "warning"

_READING_TIME = regex(r"(?i)\A\W*\d{1,3}[\s-]?(?:min\b|mins\b|minute|мин|хв|minuut|dakika|分|분)")
_CAPITALIZED = regex(r"[^\W\d_a-z](?:[^\W\d_]|[-.'’])+")
_AFTER_PLACE = regex(
    r"(?:,[^()\n–—]{1,30})?\s*(?:(?P<agency>[(（][\w /.-]{2,30}[)）])|[–—]|-\s|\s--\s)"
)
_LONGEST_DATELINE = 80
_SHORTEST_PLACE = 2
_FEWEST_WITH_AGENCY = 3
_FEWEST_WITH_ROLE = 3
_TWO_CHINESE = 2
"""The words of two Chinese names side by side, and the characters of each."""

_EXPECTED = "the name of an author"


def applies(context: Context) -> bool:
    return "byline" in context.reading.document


def check(context: Context) -> Findings:
    """Yield a finding for each author that is something else."""
    authors = context.reading.document.get("byline", [])
    if _is_surname_first(authors):
        names = f"{quoted(authors[0]['name'])} and {quoted(authors[1]['name'])}"
        yield context.finding(
            context.place("/byline/0"),
            f"{names} are one word each, and may be one name",
            _EXPECTED,
            pointer="/byline/0",
            is_uncertain=True,
        )
    for number, author in enumerate(authors):
        name = author["name"]
        fact, is_uncertain = _judge(context, authors, number)
        if _READING_TIME.search(author.get("role", "")) and fact_of(name) is None:
            name, fact, is_uncertain = author["role"], "is a reading time, not a role", False
        if fact is not None:
            pointer = f"/byline/{number}"
            yield context.finding(
                context.place(pointer),
                f"{quoted(name)} {fact}",
                _EXPECTED,
                pointer=pointer,
                is_uncertain=is_uncertain,
            )


def _is_surname_first(authors: Sequence[AuthorEntry]) -> bool:
    """Return whether two authors may be one, whose surname is first: two words, not listed."""
    if len(authors) != 2:
        return False
    if any("url" in author or "role" in author for author in authors):
        return False
    names = [author["name"] for author in authors]
    if any(is_listed(name) or _CAPITALIZED.fullmatch(name) is None for name in names):
        return False
    return is_person(" ".join(names[::-1]))


def _judge(context: Context, authors: list[AuthorEntry], number: int) -> tuple[str | None, bool]:
    """Return what is wrong with the name of an author, or None, and whether it is uncertain."""
    name = authors[number]["name"]
    fact, is_uncertain = fact_of(name), False
    if fact is None and "@" in authors[number].get("role", ""):
        fact = "has an address or a handle after it"
    if fact is None and number > 0:
        fact, is_uncertain = _judge_other(context, authors[0]["name"], authors[number])
    if fact is None:
        fact = _doubtful_fact_of(name)
        is_uncertain = fact is not None
    if fact is None and len(authors) == 1 and "role" not in authors[0] and is_place(name):
        return "is the name of a place", name in words("first_names")
    return fact, is_uncertain


def _judge_other(context: Context, first: str, author: AuthorEntry) -> tuple[str | None, bool]:
    """Return what is wrong with the name of a later author, and whether it is uncertain."""
    name = author["name"]
    if _is_role(name, author.get("role", "")):
        return "is a role, not a name", False
    if "url" in author:
        return None, False
    is_uncertain = not _begins_text(name, context)
    return _fact_of_place(first, name, is_uncertain=is_uncertain), is_uncertain


def _doubtful_fact_of(name: str) -> str | None:
    """Return what may be wrong with a name, or None."""
    fact = _fact_of_end(name) or _fact_of_two(name)
    return fact if fact is not None or is_listed(name) else doubt_of(name)


def _fact_of_place(first: str, name: str, *, is_uncertain: bool) -> str | None:
    """Return what the name of another author than the first may be, if it may be a place.

    ``is_uncertain`` is whether the text does not begin with it, as with the place of a dateline.
    """
    if not is_uncertain:
        return None if is_listed(name) else "is the place that the text begins with"
    if is_place(name) and name not in words("first_names") and is_person(first):
        return "is the name of a place"
    is_word = _CAPITALIZED.fullmatch(name) is not None and not is_certain(name)
    return "is one word, and may be a place or a paper" if is_word and is_person(first) else None


@lru_cache(maxsize=4096)
def _fact_of_end(name: str) -> str | None:
    """Return what the name of a person ends in that is not a part of it, or None."""
    if _ends_in_agency(name):
        return "ends in the name of an agency"
    words = name.split()
    if len(words) == _FEWEST_WITH_AGENCY and is_place(words[-1]) and is_person(name):
        return "may end in the name of a place"
    if len(words) > _FEWEST_WITH_AGENCY and has_word_of_role(words[-1]):
        words = words[:-1]
    is_paper = len(words) > _FEWEST_WITH_AGENCY and words[-1] in credit_words("paper_names")
    return "ends in the name of a paper" if is_paper and is_person(" ".join(words[:2])) else None


@lru_cache(maxsize=4096)
def _fact_of_two(name: str) -> str | None:
    """Return what a name may be that has a word of something else, or another name, or None."""
    pieces = name.split()
    if len(pieces) == _TWO_CHINESE and all(map(_may_be_chinese, pieces)):
        return "may be two names"
    if len(pieces) < _FEWEST_WITH_ROLE or not all(map(_is_of_role, pieces[1:])):
        return None
    is_named = _CAPITALIZED.fullmatch(pieces[0]) is not None and not _is_of_unnamed(pieces[0])
    return "may be a name and a role" if is_named and pieces[-1].lower() not in DESKS else None


def _is_of_unnamed(word: str) -> bool:
    """Return whether a word before a role is not the name of a person: “Our”, “AP”, “Senior”."""
    if _is_of_role(word) or word in agencies() or word in credit_words("paper_names"):
        return True
    return word.lower() in words("sentence_starts") or is_place(word)


def _is_role(name: str, role: str) -> bool:
    """Return whether a name of several words is a role: ``Senior Reporter``, ``chef de service``.

    The first or the last is a role, and the others are of one, or in lower case after it. The role
    of a name in lower case is its first word.
    """
    first, *others = name.split()
    if role and name.islower():
        return bool(others) and has_word_of_role(role)
    if not others or others[-1].lower() in DESKS or first.lower() in DESKS:
        return False
    if has_word_of_role(others[-1]):
        return others[-1].islower() or all(map(_is_of_role, [first, *others]))
    return has_word_of_role(first) and all(map(str.islower, others))


def _may_be_chinese(word: str) -> bool:
    """Return whether a word of two characters is a surname of one and a given name of one."""
    return len(word) == _TWO_CHINESE and is_person(" ".join(word))


def _is_of_role(word: str) -> bool:
    lower = word.lower()
    return lower in words("roles") or lower in words("role_kinds") or lower in words("sections")


def _ends_in_agency(name: str) -> bool:
    """Return whether the name of a person has an agency after it, perhaps with a role.

    An agency of one word is in capitals, unlike the name, or ``Reuters``: others are surnames, too.
    """
    words = name.split()
    if len(words) < _FEWEST_WITH_AGENCY or is_listed(name):
        return False
    last = words[:-1] if has_word_of_role(words[-1]) else words
    if last[-1] in agencies() and is_person(" ".join(last[:-1])):
        return last[-1] == "Reuters" or (last[-1].isupper() and not name.isupper())
    for count in (2, 3):
        is_agency = " ".join(last[-count:]).title() in _agencies_in_title_case()
        if is_agency and is_person(" ".join(last[:-count])):
            return True
    return False


@cache
def _agencies_in_title_case() -> frozenset[str]:
    return frozenset(map(str.title, agencies()))


def _begins_text(name: str, context: Context) -> bool:
    """Return whether the text begins with a name in capitals, or with an agency after it."""
    head = context.texts[0][: len(name) + _LONGEST_DATELINE] if context.texts else ""
    if not head.casefold().startswith(name.casefold()):
        return False
    is_in_capitals = head[: len(name)].isupper() and len(name) > _SHORTEST_PLACE
    after = _AFTER_PLACE.match(head, len(name))
    return after is not None and (is_in_capitals or after["agency"] is not None)
