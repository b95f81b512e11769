"""A second reader of credits, written from section 7 of the specification alone.

It takes the patterns and the word lists from the specification and shares nothing with the reader,
so that a sentence that says something else than the reader does shows as a difference.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from tests.spec_examples import SPEC

Found = tuple[str, str | None, str] | None
"""The grade, the caption and the credit."""


class W(NamedTuple):
    kind: str
    start: int
    end: int


@cache
def words_list(name: str) -> frozenset[str]:
    lists: dict[str, Any] = json.loads((SPEC.parent / "credit-words.json").read_text("utf-8"))
    return frozenset(lists[name])


@cache
def in_any_case(name: str) -> frozenset[str]:
    return frozenset(map(str.casefold, words_list(name)))


@cache
def patterns() -> dict[str, str]:
    text = SPEC.read_text("utf-8")
    [block] = re.findall(r"^```patterns\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)
    return dict(line.split(" = ", 1) for line in block.split("\n"))


@cache
def compiled(name: str) -> re.Pattern[str]:
    text = patterns()[name]
    while match := re.search(r"\{([a-z]+)\}", text):
        text = text.replace(match[0], f"(?:{patterns()[match[1]]})")
    return re.compile(text)


def match(kinds: str, *names: str) -> bool:
    return any(compiled(name).fullmatch(kinds) for name in names)


# Words

SAME = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
SAME |= {"\u3000": " ", "、": ",", "،": ",", "【": "[", "】": "]", "؟": "?"}
SAME |= {"。": "…", "｡": "…", "।": "…"}
OWN = set('/|,;:=()[]<>{}*?!…©ⓒ“”„"«»‹›「」『』')
DASHES = set("-–—―−·•")
FILES = re.findall(
    "[a-z]+", "avif bmp doc docx gif html jpeg jpg js mp pdf php png svg tif tiff txt webp"
)
RANGES = (
    (0x5D0, 0x5EA), (0x620, 0x64A), (0x671, 0x6D3), (0x904, 0xDFF), (0xE01, 0xE4E),
    (0x3041, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7A3),
)  # fmt: skip


def without_case(character: str) -> bool:
    return any(low <= ord(character) <= high for low, high in RANGES)


def letter(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "L" or category in ("Nl", "No")


def word_character(character: str) -> bool:
    return character == "_" or unicodedata.category(character)[0] in "LN"


def initials(text: str) -> bool:
    if text.endswith("."):
        text = text[:-1]
    if not text or not letter(text[0]):
        return False
    rest = text[1:]
    while rest:
        rest = rest[1:] if rest[0] == "." else "\0"
        rest = rest.removeprefix("-")
        if not rest or not letter(rest[0]):
            return False
        rest = rest[1:]
    return True


class P(NamedTuple):
    text: str
    start: int
    end: int
    kind: str = ""


SEPARATORS = {"/": "/", "|": "|", ",": ",", ":": ":", "=": ":", "(": "(", "[": "(", ")": ")"}
SEPARATORS |= {"]": ")", "?": ".", "!": ".", "…": ".", ";": "|"}


def pieces_of(line: str) -> list[P]:
    raw: list[P] = []
    for index, character in enumerate(line):
        if character.isspace():
            continue
        last = raw[-1] if raw else None
        is_own = character in OWN and line[max(0, index - 1) : index + 1] != "Ã©"
        if character == "/" and last and last.end == index and last.text[-1] == "/":
            raw[-1] = P(last.text + "/", last.start, index + 1)
        elif not is_own and last and last.end == index and last.text[0] not in OWN:
            raw[-1] = P(last.text + character, last.start, index + 1)
        else:
            raw.append(P(character, index, index + 1))
    pieces: list[P] = []
    for piece in raw:
        pieces += split_piece(piece, is_first=not pieces)
    return pieces


def split_piece(piece: P, *, is_first: bool) -> list[P]:
    text, start, end, _ = piece
    if text[0] == "/" or text in SEPARATORS:
        return [P(text, start, end, SEPARATORS[text[0]])]
    if set(text) <= DASHES:
        return [P(text, start, end, "-")]
    if text in OWN and text not in "©ⓒ":
        return [P(text, start, end, '"')]
    before: list[P] = []
    if is_first and text[0] in DASHES:
        before = [P(text[0], start, start + 1, "-")]
        text, start = text[1:], start + 1
    bare = text.rstrip("'’")
    if not bare.endswith("."):
        return [*before, P(text, start, end)]
    word = bare.rstrip(".")
    is_single = len(bare) - len(word) == 1
    if is_single and has_own(word, bare):
        return [*before, P(text, start, end)]
    if word:
        before.append(P(word, start, start + len(word)))
    return [*before, P(bare[len(word) :], start + len(word), start + len(bare), ".")]


def has_own(word: str, bare: str) -> bool:
    # A label may be an entry of three lists; that of galleries has none with a full stop.
    if bare.casefold() in in_any_case("picture_words") | in_any_case("credit_labels"):
        return True
    if word in words_list("abbreviations"):
        return True
    return initials(word) and not without_case(word[0])


def words_of(line: str) -> list[W]:
    pieces = pieces_of("".join([SAME.get(character, character) for character in line]))
    words: list[W] = []
    index = 0
    while index < len(pieces):
        kind, count = kind_at(pieces, index)
        words.append(W(kind, pieces[index].start, pieces[index + count - 1].end))
        index += count
    return words


def kind_at(pieces: list[P], index: int) -> tuple[str, int]:
    if pieces[index].kind:
        sign = [piece.text for piece in pieces[index : index + 3]]
        is_sign = sign[0] == "(" and sign[1:2] in (["c"], ["C"]) and sign[2:] in ([")"], ["]"])
        return ("R", 3) if is_sign else (pieces[index].kind, 1)
    finders = (comma_label, label, colon_label, position, source_phrase)
    for find in (*finders, notice, agency, organisation, office):
        kind, count = find(pieces, index)
        if count:
            return kind, count
    return kind_of(pieces[index].text), 1


def comma_label(pieces: list[P], index: int) -> tuple[str, int]:
    count = longest(pieces, index, in_any_case("credit_comma_labels"), fold=True)
    has_comma = [piece.kind for piece in pieces[index + count : index + count + 1]] == [","]
    return ("Q", count + 1) if count and has_comma else ("", 0)


def is_colon(pieces: list[P], index: int) -> bool:
    return index < len(pieces) and (pieces[index].kind == ":" or pieces[index].text in ("...", "…"))


def colon_label(pieces: list[P], index: int) -> tuple[str, int]:
    entries = in_any_case("credit_colon_labels") | in_any_case("credit_sources")
    count = longest(pieces, index, entries, fold=True)
    return ("L", count + 1) if count and is_colon(pieces, index + count) else ("", 0)


def position(pieces: list[P], index: int) -> tuple[str, int]:
    if index == 0 or pieces[index - 1].kind not in ("/", "|"):
        return "", 0
    return "T", longest(pieces, index, in_any_case("credit_positions"), fold=True)


def source_phrase(pieces: list[P], index: int) -> tuple[str, int]:
    count = longest(pieces, index, in_any_case("credit_sources"), fold=True)
    return ("P", count) if count >= 2 else ("", 0)


def notice(pieces: list[P], index: int) -> tuple[str, int]:
    count = longest(pieces, index, in_any_case("credit_notices"), fold=True)
    text = " ".join([piece.text for piece in pieces[index : index + count]]).casefold()
    return ("r" if text in ("copyright", "courtesy") else "R"), count


def agency(pieces: list[P], index: int) -> tuple[str, int]:
    agencies = words_list("agencies") | {entry.upper() for entry in words_list("agencies")}
    count = longest(pieces, index, agencies, fold=False)
    text = pieces[index].text
    first, dash, rest = text.partition("-")
    if not count and dash and first in agencies and rest[:1].isupper():
        count = 1
    first, dash, last = text.rpartition("-")
    if not count and dash and last in agencies and first[:1].isupper():
        count = 1
    if not count and without_case(text[0]) and {text[:3], text[:4], text[:5]} & agencies:
        count = 1
    return "A", count


def organisation(pieces: list[P], index: int) -> tuple[str, int]:
    return "G", longest(pieces, index, words_list("organisations"), fold=False)


def office(pieces: list[P], index: int) -> tuple[str, int]:
    return "O", longest(pieces, index, in_any_case("credit_offices"), fold=True)


def longest(pieces: list[P], index: int, entries: frozenset[str] | set[str], *, fold: bool) -> int:
    found = 0
    for count in range(1, 6):
        taken = pieces[index : index + count]
        if len(taken) < count or any(piece.kind for piece in taken):
            break
        text = " ".join([piece.text for piece in taken])
        if (text.casefold() if fold else text) in entries:
            found = count
    return found


def label(pieces: list[P], index: int) -> tuple[str, int]:
    labels = in_any_case("picture_words") | in_any_case("credit_labels")
    labels |= in_any_case("gallery_labels")
    sources = in_any_case("source_labels")
    others = in_any_case("credit_joiners") | in_any_case("credit_links")
    texts: list[str] = []
    begin = [piece.text.casefold() for piece in pieces[index : index + 2] if not piece.kind]
    if not set(begin) & (labels | sources) or begin[0] not in labels | sources | others:
        return "", 0
    for piece in pieces[index : index + 4]:
        if piece.kind or piece.text.casefold() not in labels | sources | others:
            break
        texts.append(piece.text.casefold())
    end = index + len(texts)
    own = [text for text in texts if text in labels]
    of_any = [text for text in texts if text in sources]
    if texts and is_colon(pieces, end):
        if own and len(own) + len(of_any) > 1:
            return "Q", len(texts) + 1
        if any(text not in in_any_case("gallery_labels") for text in own):
            return "L", len(texts) + 1
        return ("l", len(texts) + 1) if own or of_any else ("", 0)
    links = in_any_case("credit_links")
    for count in range(1, len(texts)) if own else ():
        if texts[count] in in_any_case("credit_joiners") and set(texts[:count]) <= labels | links:
            return "B", count + 1
    return "", 0


WRITTEN = {
    "D": "picture_desks",
    "M": "paper_names",
    "p": "name_particles",
    "v": "name_connectors",
    "e": "and_words",
    "S": "credit_endings",
}


def kind_of(text: str) -> str:
    for kind, name in WRITTEN.items():
        if text in words_list(name):
            return kind
    if text.casefold() in in_any_case("picture_words") | in_any_case("gallery_labels"):
        return "P"
    if text.casefold() in in_any_case("credit_labels"):
        return "K"
    if without_case(text[0]):
        return kind_without_case(text)
    return kind_of_common(text) or kind_of_form(text)


def kind_without_case(text: str) -> str:
    if any(text.endswith(entry) for entry in words_list("credit_endings")):
        return "S"
    labels = in_any_case("picture_words") | in_any_case("gallery_labels")
    labels |= in_any_case("credit_labels")
    if "・" in text and text[: text.index("・")] in words_list("credit_endings") | labels:
        return "S"
    return "Z" if any(text.endswith(entry) for entry in words_list("source_endings")) else "C"


def kind_of_common(text: str) -> str:
    headings = words_list("heading_words")
    if text in headings or (text.isupper() and text[0] + text[1:].lower() in headings):
        return "H"
    return "o" if text in words_list("public_bodies") else ""


def kind_of_form(text: str) -> str:
    last = text.rpartition(".")[2]
    if is_handle(text) or is_domain(text):
        return "W"
    if unicodedata.category(text[0]) == "Nd":
        return "9"
    if text == text.lower() or not letter(text[0]) or last.lower() in FILES:
        return "x"
    if not all(letter(char) or 0x300 <= ord(char) <= 0x36F or char in "'’.&-" for char in text):
        return "x"
    if initials(text):
        return "I"
    return "U" if text.isupper() else "N"


def is_host(name: str) -> bool:
    return bool(name) and all(char == "-" or word_character(char) for char in name)


def is_handle(text: str) -> bool:
    if len(text) < 3 or text[0] != "@" or not word_character(text[1]):
        return False
    return is_host(text[2:].replace(".", "-"))


def is_domain(text: str) -> bool:
    *names, last = text.split(".")
    if not names or last in FILES or not re.fullmatch("[a-z]{2,8}", last):
        return False
    return all(map(is_host, names))


# Kinds


def without_brackets(kinds: str) -> str:
    if kinds.startswith("(") and ")" not in kinds:
        return kinds[1:]
    if kinds.endswith(")") and "(" not in kinds:
        return kinds[:-1]
    if re.fullmatch(r"\([^()]*\)", kinds):
        return kinds[1:-1]
    return kinds


def sourced(kinds: str) -> bool:
    if "A" not in kinds:
        return False
    if "/" in kinds:
        kinds = re.sub(r"(?:,[NDKP]){1,3}(\)?)$", r"\1", kinds)
    kinds = re.sub(r"[/|]?\(([^()]*)\)(?=[/|\-]|$)", lambda found: "/" + found[1], kinds)
    rows = [re.split(r"[/|]", row) for row in kinds.lstrip("/|").split("-")]
    if not any(match(part, "agency") for row in rows for part in row):
        return False
    return all(good_part(row, number) for row in rows for number in range(len(row)))


def good_part(row: list[str], number: int) -> bool:
    part = row[number]
    if match(part, "agency", "source"):
        return True
    if set(part) & set('.:",()') or len(row) < 2 or not part:
        return False
    if any(match(other, "agency") for other in row[:number]):
        return len(part) <= 4
    return len(part) == 1 and any(match(other, "agency") for other in row)


def slashed(kinds: str) -> bool:
    parts = re.split(r"[/|]", kinds)
    if "/" not in kinds or len(parts) > 6 or not all(match(part, "source") for part in parts):
        return False
    return any(match(part, "two") for part in parts)


def certain(kinds: str) -> bool:
    return (
        match(kinds, "notice", "desk", "pictured")
        or (match(kinds, "labelled") and kinds.count("x") <= 3)
        or (kinds.startswith("l") and sourced(kinds[1:]))
        or sourced(kinds)
        or slashed(kinds)
    )


# Lines


class Document(NamedTuple):
    titles: tuple[str, ...]
    authors: tuple[str, ...]
    texts: tuple[str, ...]


def read(line: str, document: Document) -> Found:
    if not 2 <= len(line) <= 1000 or re.match(r"By\s", line):
        return None
    if ends_sentence(line) and (len(line) > 120 or not begins_as_notice(line)):
        return with_full_stop(line, document)
    if any(repeats(line, title) for title in document.titles):
        return None
    words = last_words(line)
    grade = whole(line, words, document) if len(line) <= 120 else None
    if grade:
        return graded(grade, line, line), None, line
    at, cut_grade = run_together(line, words, document) or (0, "")
    if not 2 <= len(line[at:]) <= 120 or not line[:at].strip():
        return None
    return graded(cut_grade, line, line[at:]), line[:at].rstrip(), line[at:]


def with_full_stop(line: str, document: Document) -> Found:
    bare = line[:-1]
    if line[-1] != "." or not bare or not bare[-1].isalpha():
        return None
    if any(repeats(line, title) for title in document.titles):
        return None
    words = last_words(bare)
    kinds = "".join([word.kind for word in words])
    is_closed = re.search(r'\.[")]*$', kinds) or not set(kinds) - set('")')
    index, grade = (0, "") if is_closed else first_cut(bare, words, kinds) or (0, "")
    if grade != "certain" or not re.match("[^.:]{0,6}B", kinds[index:]):
        return None
    at = words[index].start
    if kinds[index - 1] not in '.")' or not 2 <= len(line[at:]) <= 120:
        return None
    return "possible", line[:at].rstrip(), line[at:]


def graded(grade: str, line: str, credit: str) -> str:
    return "possible" if "](" in line or "*" in credit else grade


def ends_sentence(line: str) -> bool:
    bare = line.rstrip("'\"’”»)]）】 ")
    if not bare or bare[-1] not in ".!?…。！？｡":
        return False
    last = pieces_before_stops("".join([SAME.get(char, char) for char in bare[-40:]]))
    return bare[-1] != "." or not last or not last.endswith(".") or not own_stop(last)


def pieces_before_stops(text: str) -> str:
    at = len(text)
    while at and not text[at - 1].isspace() and text[at - 1] not in OWN:
        at -= 1
    return text[at:]


def own_stop(text: str) -> bool:
    word = text.rstrip(".")
    return len(text) == len(word) + 1 and has_own(word, text)


def begins_as_notice(line: str) -> bool:
    text = "".join([SAME.get(character, character) for character in line])
    text = re.sub(r"^[\s()\[\]\-–—―−·•]*", "", text)
    piece = text[:1]
    if piece not in "©ⓒ":
        piece = re.split(r"[\s" + re.escape("".join(OWN)) + "]", text)[0]
    names = ["picture_words", "gallery_labels", "credit_labels", "source_labels"]
    names += ["credit_comma_labels", "credit_notices", "credit_sources"]
    firsts = {entry.split()[0].rstrip(".") for name in names for entry in in_any_case(name)}
    return piece.rstrip(".").casefold() in firsts | {"c"}


def last_words(line: str) -> list[W]:
    if len(line) <= 160:
        return words_of(line)
    blanks = [at for at in range(len(line) - 160, len(line)) if line[at].isspace()]
    start = blanks[0] + 1 if blanks else len(line)
    later = [W(word.kind, word.start + start, word.end + start) for word in words_of(line[start:])]
    return [W("x", 0, start), *later]


def title_words(text: str) -> set[str]:
    alone = [(0xE00, 0xEFF), (0x3041, 0x30FF), (0x3400, 0x9FFF)]
    words: set[str] = set()
    run = ""
    for character in [*text.casefold(), " "]:
        is_alone = any(low <= ord(character) <= high for low, high in alone)
        if word_character(character) and character != "_" and not is_alone:
            run += character
            continue
        words |= {run} - {""}
        run = ""
        if is_alone:
            words.add(character)
    return words


def repeats(line: str, title: str) -> bool:
    ours, theirs = title_words(line), title_words(title)
    both = len(ours & theirs)
    if both and 4 * both >= 3 * len(ours) and 4 * both >= 3 * len(theirs):
        return True
    return len(ours) >= 3 and ours <= theirs


def whole(line: str, words: list[W], document: Document) -> str | None:
    kinds = without_brackets("".join([word.kind for word in words]).strip("-"))
    if is_caption(line, words, kinds):
        return None
    if is_listed(line) or certain(kinds):
        return "certain"
    if re.fullmatch("[HNUx][LQ][NUIDMGAW][^.x]{0,11}", kinds) and line[words[1].start].islower():
        return "guessed"
    if match(kinds, "paper", "staff", "outlet", "office", "made", "unmarked"):
        return "guessed"
    return of_makers(line, words, kinds, document)


def is_caption(line: str, words: list[W], kinds: str) -> bool:
    caption = re.match(r"(C+)[(\-]", kinds)
    if re.match(r"[^LQlBAR(]+\([LQl]", kinds) or (caption and len(caption[1]) > 2):
        return True
    return bool(caption) and kinds[1] != "C" and not name_without_case(line, words[0])


def of_makers(line: str, words: list[W], kinds: str, document: Document) -> str | None:
    if made_for_paper(line, words):
        return None if common(line, document, 1) else "guessed"
    name = line.strip(" ()[]-–—")
    if match(kinds, "people", "body") or by_form(name, kinds):
        return by_document(name, document)
    is_doubtful = match(kinds, "doubtful") and not common(name, document, 1)
    return "possible" if is_doubtful else None


def made_for_paper(line: str, words: list[W]) -> bool:
    kinds = "".join([word.kind for word in words])
    for index in range(2, min(6, len(words))):
        word = line[words[index].start : words[index].end]
        if word.casefold() in words_list("credit_for_words"):
            return match(kinds[:index], "maker") and match(kinds[index + 1 :], "employer")
    return False


def by_form(name: str, kinds: str) -> bool:
    if name in words_list("heading_words"):
        return False
    if re.fullmatch("[\u4e00-\u9fff]{2,5}", name):
        return not any(name.endswith(entry) for entry in words_list("heading_endings"))
    if kinds == "U":
        return bool(re.fullmatch("[A-Z]{2,4}", name))
    return kinds == "N" and bool(re.fullmatch(r"[^\W\d_]*[a-zà-ÿ]\.?[A-Z][^\W\d_]*", name))


def by_document(name: str, document: Document) -> str | None:
    folded = name.casefold()
    if any(folded in title.casefold() for title in document.titles):
        return None
    if folded in [author.casefold() for author in document.authors]:
        return None
    if any(name in text for text in document.texts):
        return "possible"
    return None if common(name, document, 2) else "guessed"


def common(name: str, document: Document, least: int) -> bool:
    ours = set(re.findall(r"[^\W\d_]+", name.lower()))
    theirs = {word for text in document.texts for word in re.findall(r"[^\W\d_]+", text)}
    both = len(ours & theirs)
    return both >= least and both * 2 >= len(ours)


def run_together(line: str, words: list[W], document: Document) -> tuple[int, str] | None:
    kinds = "".join([word.kind for word in words])
    is_closed = re.search(r'\.[")]*$', kinds)
    cut = None if is_closed or not set(kinds) - set('")') else first_cut(line, words, kinds)
    if cut is not None:
        return words[cut[0]].start, cut[1]
    return author_last(line, document) or person_last(line, words, kinds, document)


def first_cut(line: str, words: list[W], kinds: str) -> tuple[int, str] | None:
    cut = after_label(line, words, kinds) or after_sentence(line, words, kinds)
    if cut:
        return cut
    for index in reversed(range(len(kinds))):
        if kinds[index] in '")':
            rest = kinds[index + 1 :]
            if rest and (sourced(rest) or slashed(rest) or match(rest, "people")):
                return index + 1, "guessed"
            break
    index = kinds.rfind("(")
    inner = kinds[index + 1 :].removesuffix(")")
    is_credit = sourced(inner) or slashed(inner) or match(inner, "outlet", "unmarked", "made")
    if index >= 0 and inner and ")" not in inner and is_credit:
        return index, "guessed"
    for index, kind in enumerate(kinds):
        if kind in "-|R" and sourced(kinds[index + 1 :].strip("-|")):
            return index, "guessed"
    return at_end(line, words, kinds)


def after_label(line: str, words: list[W], kinds: str) -> tuple[int, str] | None:
    for index, kind in enumerate(kinds):
        if kind not in "LQlBR":
            continue
        rest = kinds[index + 1 :].rstrip(")")
        good = match(rest, "rest") and rest.count("x") <= 1
        listed = kind != "l" and is_listed(line[words[index].end :])
        if not listed and not (match(rest, "any rest") if kind == "Q" else good):
            continue
        marked = index > 0 and kinds[index - 1] in "(-/|"
        start = index - marked
        names = re.search(
            '[.")](H?[NUIDMGoA]{1,4})$' if kind == "B" else '[.")]([AGU])$', kinds[:index]
        )
        start = names.start(1) if names else start
        if start == 0:
            continue
        if not listed and (
            not sourced(rest) if kind == "l" else kind != "Q" and not match(rest, "known")
        ):
            return start, "possible"
        is_clear = (kind == "Q" and not listed) or names or kinds[index - 1] in '(-/|.")'
        return start, "certain" if is_clear or not line[words[index].start].islower() else "guessed"
    return None


def after_sentence(line: str, words: list[W], kinds: str) -> tuple[int, str] | None:
    index = kinds.rfind(".") + 1
    if not index:
        return None
    while kinds[index : index + 1] == '"':
        index += 1
    if kinds[index : index + 1] == ")":
        index += 1
    rest = kinds[index:]
    bare = without_brackets(rest)
    if not bare or bare[0] in "LQlB" or re.search("(?<![,/|(])R9(?![NUIDMGACH]{1,6}$)", bare):
        return None
    if certain(bare) or is_listed(line[words[index].start :]):
        return index, "certain" if bare == rest or "/" in bare else "guessed"
    names = ("after", "made", "people", "paper", "staff", "outlet", "office", "body", "unmarked")
    if match(bare, *names) or made_for_paper(line, words[index:]):
        return index, "guessed"
    return (index, "guessed") if rest == "C" and name_without_case(line, words[index]) else None


def is_listed(text: str) -> bool:
    return text.strip(" .()[]").casefold() in words_list("credit_sources")


def name_without_case(line: str, word: W) -> bool:
    text = line[word.start : word.end]
    return bool(re.fullmatch("[\u3400-\u9fff々]{2,5}|[\uac00-\ud7a3]{2,4}", text))


def longest_end(kinds: str, name: str) -> int | None:
    for index in range(len(kinds)):
        if (index == 0 or kinds[index - 1] not in "/|") and match(kinds[index:], name):
            return index
    return None


def at_end(line: str, words: list[W], kinds: str) -> tuple[int, str] | None:
    index = label_at_end(line, words, kinds)
    if index is None:
        index = names_at_end(line, words, kinds)
    if index and index > 1 and is_marked_label(line, words[index - 1]):
        index -= 1
    if not index or in_sentence(line, words[index - 1]):
        return None
    return index, "guessed"


def label_at_end(line: str, words: list[W], kinds: str) -> int | None:
    index = longest_end(kinds, "ending label")
    if index is None:
        return None
    first = index + (kinds[index] in "/|")
    return index if is_marked_label(line, words[first]) else None


def is_marked_label(line: str, word: W) -> bool:
    text = line[word.start : word.end]
    return word.kind in "PK" and (text[0].isupper() or text[-1] == ".")


def names_at_end(line: str, words: list[W], kinds: str) -> int | None:
    index = longest_end(kinds, "ending agency")
    if index is None or not sourced(kinds[index:]):
        index = longest_end(kinds, "ending firm")
        index = longest_end(kinds, "ending names") if index is None else index
        index = longest_end(kinds, "ending picture") if index is None else index
        if index is not None and kinds[index] not in "UGP" and not slashed(kinds[index:]):
            index = None
    if index is None and (kinds.endswith("S") or re.search("[NUIDMG]G$", kinds)):
        index = len(kinds) - 1
    if index is None and re.search("[CSZ]C$", kinds) and name_without_case(line, words[-1]):
        before = words[-2]
        if before.end < words[-1].start and before.end - before.start >= 8:
            index = len(kinds) - 1
    return index


def in_sentence(line: str, word: W) -> bool:
    return line[word.start : word.end] in words_list("prepositions")


def author_last(line: str, document: Document) -> tuple[int, str] | None:
    for author in document.authors:
        at = len(line) - len(author)
        if (
            line.endswith(" " + author)
            and len(line[:at].split()) >= 4
            and line[-1] not in ".!?…。！？"
        ):
            return at, "guessed"
    return None


def person_last(
    line: str, words: list[W], kinds: str, document: Document
) -> tuple[int, str] | None:
    index = longest_end(kinds, "ending person")
    if not index or "." in kinds or kinds[index - 1] != "x" or in_sentence(line, words[index - 1]):
        return None
    at = words[index].start
    texts = [*document.titles, *document.texts]
    if len(line[:at].rstrip()) < 40 or any(
        name in text for name in line[at:].split() for text in texts
    ):
        return None
    return at, "guessed"
