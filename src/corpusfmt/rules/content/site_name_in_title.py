"""Title that ends with the name of its website.

### What it does

Reports the name of the website at the end of a title, as in ` | The Skerry News` or ` - Skerry
News`, and a title that is only the name. The name is compared with the host of the article’s URL.
Other words after a bar are reported as “a tag of the website” if one of them is a word such as
`News`, `Online` or `Zeitung`, or if they are a known agency, paper or platform: they may be the
name, a slogan or a section. The name of a host (`skerry.example`) and the number of a page
(`Page 2`) are reported after a dash, too.

With severity info, words of an outlet are reported after a dash (`- The Skerry Times`), since a
headline may name its source, and before a bar (`Skerry Post | `).

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

import re
from functools import cache, lru_cache

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.rules._shared.site_tags import (
    FILLING,
    are_names,
    begins_as_slogan,
    ends_as_slogan,
    is_domain,
    is_full_name,
    is_of_outlet,
    is_unspaced,
)
from corpusfmt.rules._shared.slugs import words_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.inline import read_string
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the headline may be about the website"

_SEPARATOR = regex(
    r"\s*(?P<bar>\\?\|{1,2}|｜|(?<=[^\x00-\xff])\\?_(?=[^\W_]))\s*"
    r"|\s(?:[-–—»•·«›/]|\\?[<>]|::)\s|\s:\s(?=[^:\s]* ?(?:뉴스|일보|신문|방송)\Z)"
    r"|[：:](?=(?:\S{1,6}新聞(?:デジタル|オンライン|電子版)|(?:朝日|読売|毎日|産経|日本経済)新聞)\Z)"
    r"|(?<=[\u3040-\u9fff\uac00-\ud7a3])[-–—](?=[\u3040-\u9fff\uac00-\ud7a3])"
)
_SIGNS = "｜–—»•·«›"
"""Every separator has one of these, but for ASCII ones between ASCII spaces."""

_OTHER_SIGNS = frozenset("_-：")
_IN_SPACES = ("|", " - ", " : ", " :: ", " / ", " > ", " < ", " \\> ", " \\< ")
_PAGE = regex(
    r"(?i)(?:page|seite|página|pagina|side|sida|strona|strana|sivu|sayfa|страница|стр\.?|сторінка)"
    r"\s?[1-9]\d{0,2}(?:\s?(?:/|of|von|sur|de|di|van|z|из)\s?\d{1,3})?"
    r"|第\s?[0-9]{1,3}\s?[页頁]|[1-9]\d?/\d{1,2}\s?ページ"
)
"""The number of a page, of an article in several parts."""

_SECOND_LEVEL = frozenset(
    {"ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "ne", "net", "nom", "or", "org"}
)
_HOSTING = frozenset({"blogspot", "medium", "substack", "tumblr", "typepad", "wordpress"})
_MOST_WORDS = 8
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
    cut = _find_cut(written, _labels(context.host))
    if cut is None:
        return
    rest = written[cut.end :] if cut.is_first else written[: cut.start]
    if kept := read_string(rest):
        verb = "starts" if cut.is_first else "ends"
        verb = f"may {verb[:-1]}" if cut.is_uncertain else verb
        message = f"the title {verb} with {cut.what}, {quoted(cut.name)}"
        # The space before it, too: one of two may be a part of the separator.
        begin = cut.start if cut.is_first else len(written[: cut.start].rstrip())
        edit = Edit(start + begin, start + cut.end, "")
        fix = Fix(f"remove {cut.what}", (edit,), False, WHY)
        place, doubt = (edit.start, edit.end), cut.is_uncertain
        yield context.finding(place, message, kept, fix=fix, pointer="/title", is_uncertain=doubt)


def _is_host(title: str, labels: frozenset[str]) -> bool:
    """Return whether a title is the name of a host and no more."""
    words = words_of(title)
    if not 0 < len(words) <= _MOST_WORDS:  # as most have too many
        return False
    return any(_are_of_host(words, label) for label in labels)


def _may_be_parted(title: str) -> bool:
    """Return whether a title has a character that may separate a name: a fast test."""
    if any(map(title.__contains__, _IN_SPACES)):
        return True
    if title.isascii():
        return False
    # No space but one is printable.
    has_sign = not title.isprintable() or any(map(title.__contains__, _SIGNS))
    has_sign = has_sign or not _OTHER_SIGNS.isdisjoint(title)
    return has_sign and _SEPARATOR.search(title) is not None


class _Cut(NamedTuple):
    """Where the name of a website is in a title, with its separator, and what it is."""

    start: int
    end: int
    name: str
    what: str
    is_uncertain: bool = False
    is_first: bool = False


_NAME, _TAG = "the name of the website", "a tag of the website"
_HOST = "the name of a website"


def _find_cut(title: str, labels: frozenset[str]) -> _Cut | None:
    """Return where the name of a website is in a title: of the host, else what may be one."""
    signs = [*_SEPARATOR.finditer(title)][-_MOST_WORDS:]
    if not signs:
        return None
    cut = _cut(title, signs, labels)
    cut = cut or _cut_middle(title, signs)
    return cut or _cut_last(title, signs[-1]) or _cut_first(title, signs[0], labels)


def _cut_middle(title: str, signs: list[re.Match[str]]) -> _Cut | None:
    """Return the last two segments if the first of them is a host, or a section of the website."""
    if len(signs) < 2 or signs[-2].start() == 0:
        return None
    name = title[signs[-2].end() : signs[-1].start()].strip()
    if is_domain(name):
        return _Cut(signs[-2].start(), len(title), name, _HOST)
    has_bars = all(sign["bar"] or "::" in sign[0] for sign in signs[-2:])
    if has_bars and name.lower() in _sections():
        return _Cut(signs[-2].start(), len(title), title[signs[-2].end() :].strip(), _TAG)
    return None


def _cut(title: str, signs: list[re.Match[str]], labels: frozenset[str]) -> _Cut | None:
    """Return the first segment after a bar, or the last after a dash, that names the website."""
    ends = [sign.start() for sign in signs] + [len(title)]
    for sign, end in zip(signs, ends[1:], strict=True):
        name = title[sign.end() : end].strip()
        names = _names_among_others if sign["bar"] else _names
        may_be_one = sign.start() > 0 and (sign["bar"] or end == len(title))
        if may_be_one and any(names(name, label) for label in labels):
            return _Cut(sign.start(), len(title), name, _NAME)
    return None


def _cut_last(title: str, sign: re.Match[str]) -> _Cut | None:
    """Return the last segment if it is a host or may be an outlet, uncertain after a dash."""
    name = title[sign.end() :].strip()
    if sign.start() == 0 or not name:
        return None
    if _PAGE.fullmatch(name):
        return _Cut(sign.start(), len(title), name, "the number of a page")
    if is_domain(name):
        return _Cut(sign.start(), len(title), name, _HOST)
    is_slogan = _is_slogan(sign, name)
    if not (is_slogan or is_of_outlet(name)):
        return None
    is_bar = is_slogan or _is_bar(sign, name)
    if is_bar or is_full_name(name):
        return _Cut(sign.start(), len(title), name, _TAG, is_uncertain=not is_bar)
    return None


def _is_slogan(sign: re.Match[str], name: str) -> bool:
    return begins_as_slogan(name) or (sign["bar"] is not None and ends_as_slogan(name))


def _is_bar(sign: re.Match[str], name: str) -> bool:
    """Return whether what is before a name is more than a dash, which headlines have as well."""
    if sign["bar"] is not None or ":" in sign[0]:
        return True
    return not sign[0][0].isspace() and is_unspaced(name)


def _cut_first(title: str, sign: re.Match[str], labels: frozenset[str]) -> _Cut | None:
    """Return the first segment if a bar or two colons follow it and it is a host, or an outlet."""
    name = title[: sign.start()].strip()
    if not name or not (sign["bar"] or "::" in sign[0]):
        return None
    if is_domain(name) or (" " in name and any(_names(name, label) for label in labels)):
        return _Cut(0, sign.end(), name, _HOST, is_first=True)
    if is_of_outlet(name) and is_full_name(name):
        return _Cut(0, sign.end(), name, _TAG, is_uncertain=True, is_first=True)
    return None


@cache
def _sections() -> frozenset[str]:
    return frozenset((*read_list("title_sections"), *read_list("author_sections")))


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
    if 0 < len(words) <= _MOST_WORDS and _are_of_host(words, label):
        return True
    if name.isascii() and "'" not in name:  # as most
        return False
    from corpusfmt.rules._shared.romanized import spells  # its tables are rarely needed

    return spells(name, label)


def _are_of_host(words: list[str], label: str) -> bool:
    if _make_up(words, label) or _make_up(words, f"the{label}"):
        return True
    short = [word for word in words if word not in FILLING]
    return _spell(short, label.removeprefix("the"))


def _make_up(words: list[str], label: str) -> bool:
    """Whether words are together the label: several not a short one by chance (``Tim E``)."""
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
    words = [word for word in words_of(name) if word not in FILLING]
    if not 1 < len(words) <= _MOST_WORDS or len(label) < _SHORTEST or not are_names(name):
        return False
    return _spell(words[1:], label) or _spell(words[:-1], label)
