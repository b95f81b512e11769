"""Title that ends with the name of its website.

### What it does

Reports the name of the website at the end of a title, as in ` | The Skerry News` or ` - Skerry
News`, and a title that is only the name. The name is compared with the host of the article’s URL.
Other words after a bar are reported as “a tag of the website” if one of them is a word such as
`News`, `Online` or `Zeitung`: they may be the name, a slogan or a section.

After a dash, the words must be the name of the host, in full or abbreviated (`New York Times` on
`nytimes.com`); only words such as `The`, `News`, `Online` and `.com` may be added. After a bar, one
other word may be added (`MIT Technology Review` on `technologyreview.com`), and the finding
includes what follows the name.

### Why

The title of a web page often ends with the name of the website, which is not part of the headline.

### Fix

The fix removes the name. It is unsafe: the headline may be about the website.

### Example

```article
# Ferry Runs Again | The Skerry News



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://www.skerrynews.example/ferry-runs-again>
```

```findings
1:19: warning: the title ends with the name of the website, “The Skerry News”
  expected: Ferry Runs Again
```

Use instead:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://www.skerrynews.example/ferry-runs-again>
```
"""

from __future__ import annotations

from functools import cache, lru_cache

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.rules._shared.slugs import words_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.inline import read_string
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the headline may be about the website"

_SEPARATOR = regex(r"\s*(?P<bar>\\?\|{1,2}|｜)\s*|\s(?:[-–—»•·]|::)\s")
_SIGNS = "｜–—»•·"
"""Every separator has one of these, but for ASCII ones between ASCII spaces."""

_FILLING = frozenset(
    {
        "a",
        "an",
        "and",
        "com",
        "da",
        "de",
        "del",
        "der",
        "di",
        "die",
        "do",
        "el",
        "en",
        "home",
        "il",
        "la",
        "le",
        "les",
    }
    | {
        "magazine",
        "net",
        "news",
        "of",
        "official",
        "on",
        "online",
        "org",
        "site",
        "the",
        "uk",
        "us",
        "website",
        "y",
    }
)
_SECOND_LEVEL = frozenset(
    {"ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "ne", "net", "nom", "or", "org"}
)
_HOSTING = frozenset({"blogspot", "medium", "substack", "tumblr", "typepad", "wordpress"})
_MOST_WORDS = 8
_MOST_OF_OUTLET = 5
_SHORTEST = 5
"""How long a host's name is, at the least, that is looked for among other words."""


def applies(context: Context) -> bool:
    return "title" in context.reading.document


def check(context: Context) -> Findings:
    """Yield at most one finding: from the separator before the name to the end of the title."""
    title = context.reading.document.get("title", "")
    if not _may_be_parted(title):
        if context.host and _is_host(title, _labels(context.host)):
            message = "the title is the name of the website"
            place = context.place("/title")
            yield context.finding(place, message, "the title of the article", pointer="/title")
        return
    token = context.tokens_by_type["TITLE"][0]
    group = "title" if token.match["title"] else "bold_title"
    written, start = token.match[group].rstrip(), token.match.start(group)
    cut, what = _cut(written, _labels(context.host)), "the name of the website"
    if cut is None:
        cut, what = _cut_at_outlet(written), "a tag of the website"
    if cut is not None and (kept := read_string(written[: cut.start])):
        message = f"the title ends with {what}, {quoted(cut.name)}"
        edit = Edit(start + cut.start, start + len(written), "")
        fix = Fix(f"remove {what}", (edit,), False, WHY)
        yield context.finding((edit.start, edit.end), message, kept, fix=fix, pointer="/title")


def _is_host(title: str, labels: frozenset[str]) -> bool:
    """Return whether a title is the name of a host and no more."""
    words = words_of(title)
    if not 0 < len(words) <= _MOST_WORDS:  # as most have too many
        return False
    return any(_are_of_host(words, label) for label in labels)


def _may_be_parted(title: str) -> bool:
    """Return whether a title has a character that may separate a name: a fast test."""
    if "|" in title or " - " in title or " :: " in title:
        return True
    if title.isascii():
        return False
    # No space but one is printable.
    has_sign = not title.isprintable() or any(map(title.__contains__, _SIGNS))
    return has_sign and _SEPARATOR.search(title) is not None


class _Cut(NamedTuple):
    """Return where the name of a website starts in a title, with its separator, and the name."""

    start: int
    name: str


def _cut(title: str, labels: frozenset[str]) -> _Cut | None:
    """Return the first segment after a bar, or the last after a dash, that names the website."""
    signs = [*_SEPARATOR.finditer(title)][-_MOST_WORDS:]
    ends = [sign.start() for sign in signs] + [len(title)]
    for sign, end in zip(signs, ends[1:], strict=True):
        name = title[sign.end() : end].strip()
        names = _names_among_others if sign["bar"] else _names
        may_be_one = sign.start() > 0 and (sign["bar"] or end == len(title))
        if may_be_one and any(names(name, label) for label in labels):
            return _Cut(sign.start(), name)
    return None


def _cut_at_outlet(title: str) -> _Cut | None:
    """Return the last segment, after a bar, if it has a word of the names of outlets."""
    bars = [sign for sign in _SEPARATOR.finditer(title) if sign["bar"]]
    if not bars or bars[-1].start() == 0:
        return None
    name = title[bars[-1].end() :].strip()
    words = name.split()
    if len(words) > _MOST_OF_OUTLET or not _are_names(name):
        return None
    if not any(word.lower() in _outlet_words() for word in words):
        return None
    return _Cut(bars[-1].start(), name)


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(read_list("outlet_words"))


@lru_cache(maxsize=256)  # most articles of a corpus are of a few hosts
def _labels(host: str) -> frozenset[str]:
    """Return the name of a host: ``skerrynews`` for ``www.skerry-news.co.uk``."""
    *labels, _ = host.removeprefix("m.").split(".")
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    chosen = [*labels[-1:], host.replace(".", "")]
    if len(labels) > 1 and labels[-1] in _HOSTING:
        chosen.append(labels[-2])
    return frozenset(label.replace("-", "") for label in chosen)


def _names(name: str, label: str) -> bool:
    """Return whether a name is the host's and no more: ``BBC News`` for ``bbc``."""
    words = words_of(name)
    return 0 < len(words) <= _MOST_WORDS and _are_of_host(words, label)


def _are_of_host(words: list[str], label: str) -> bool:
    if _make_up(words, label) or _make_up(words, f"the{label}"):
        return True
    short = [word for word in words if word not in _FILLING]
    return _spell(short, label.removeprefix("the"))


def _make_up(words: list[str], label: str) -> bool:
    """Whether words are together the label.

    Several are not those of a short one by chance (``Tim E`` of ``time``).
    """
    return "".join(words) == label and (len(words) == 1 or len(label) >= _SHORTEST)


def _spell(words: list[str], label: str) -> bool:
    """Return whether words spell a label, by their initials or with one of them in full."""
    if _make_up(words, label):
        return True
    initials = "".join(word[0] for word in words)
    return (initials == label and len(words) > 2) or (
        any(len(word) > 3 and word in label for word in words) and _begin(words, label)
    )


def _begin(words: list[str], label: str) -> bool:
    """Whether a label is put together of the words, each whole or its first letters."""
    if not words:
        return not label
    first, *others = words
    for start in {first, first[:1], first[:2], first[:3]}:
        if label.startswith(start) and _begin(others, label.removeprefix(start)):
            return True
    return False


def _names_among_others(name: str, label: str) -> bool:
    """Return whether a name after a bar is the host's, or has one more capitalized word."""
    if _names(name, label):
        return True
    words = [word for word in words_of(name) if word not in _FILLING]
    if not 1 < len(words) <= _MOST_WORDS or len(label) < _SHORTEST or not _are_names(name):
        return False
    return _spell(words[1:], label) or _spell(words[:-1], label)


def _are_names(name: str) -> bool:
    return all(not word[0].islower() or word.lower() in _FILLING for word in name.split())
