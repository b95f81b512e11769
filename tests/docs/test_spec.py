"""The examples of docs/spec.md are what the reader and the writer do, and its word lists are the
grammar's.
"""

import json
import re
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt

from corpusfmt.api.articles import InvalidDocumentError, format, serialize_document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.resources import grammar_text
from corpusfmt.text.decode import decode
from corpusfmt.validation.validator import problems
from tests.for_each import Each, for_each
from tests.spec_examples import SPEC, Example, read_examples, whole_document, word_lists

EXAMPLES = read_examples(SPEC)
READ = [example for example in EXAMPLES if example.texts]
AROUND = "<h1>Title</h1>\n<p>First.</p>\n"


def named(examples: list[Example]) -> Each[Example]:
    return for_each({example.name: example for example in examples})


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 240
    assert {example.kind for example in EXAMPLES} == {
        "text",
        "header",
        "blocks",
        "refused",
        "bytes",
    }


@named(READ)
def test_the_text_is_read_as_the_document(example: Example) -> None:
    for text in example.texts:
        assert read_document(text) == example.document, example.place


@named(READ)
def test_the_text_has_the_canonical_text(example: Example) -> None:
    for text in example.texts:
        assert format(text) == example.canonical, example.place


@named(READ)
def test_the_canonical_text_is_at_rest(example: Example) -> None:
    assert example.canonical is not None
    assert read_document(example.canonical) == example.document, example.place
    assert format(example.canonical) == example.canonical, example.place


@named([example for example in EXAMPLES if example.document is not None])
def test_the_document_is_valid_or_has_the_pointers(example: Example) -> None:
    found = list(dict.fromkeys(problem.pointer for problem in problems(example.document)))
    assert found == (example.pointers or []), example.place
    assert bool(found) == (example.pointers is not None), example.place


@named([example for example in EXAMPLES if example.document is not None])
def test_the_document_is_written_or_refused(example: Example) -> None:
    if example.pointers is None:
        assert serialize_document(example.document) == example.canonical, example.place
        assert normalize_document(example.document) == example.document, example.place
    else:
        with pytest.raises(InvalidDocumentError):
            serialize_document(example.document)


@named([example for example in EXAMPLES if example.written])
def test_documents_with_one_normal_form_have_one_text(example: Example) -> None:
    for document in example.written:
        assert problems(document) == (), example.place
        assert document != example.document, example.place
        assert normalize_document(document) == example.document, example.place
        assert serialize_document(document) == example.canonical, example.place


@named([example for example in EXAMPLES if example.html is not None])
def test_commonmark_makes_the_html(example: Example) -> None:
    assert example.canonical is not None
    rendered = MarkdownIt("commonmark").render(example.canonical)
    assert rendered.removeprefix(AROUND if example.kind == "blocks" else "") == example.html, (
        example.place
    )


@named([example for example in EXAMPLES if example.kind == "bytes"])
def test_the_bytes_have_the_faults(example: Example) -> None:
    decoded = decode(example.data)
    assert decoded.text is None
    assert [(fault.offset, fault.length) for fault in decoded.problems] == example.offsets, (
        example.place
    )


def test_the_short_form_is_what_the_specification_says() -> None:
    short, whole = re.findall(
        r"^```json\n(.*?)^```$", SPEC.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert whole_document(json.loads(short)) == json.loads(whole)


def test_links_lead_somewhere() -> None:
    prose = re.sub(
        r"^(````|```)[^`\n]*\n.*?^\1$", "", SPEC.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    headings = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    anchors = {
        "#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings
    }
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose)):
        assert target in anchors or (SPEC.parent / target).is_file(), target


# --------------------------------------------------------------------------------------- word lists

# Where the grammar has the words that the specification lists: a pattern whose groups hold them.
LISTED = {
    "related": r"_RELATED_WORDS: /\(\?i:(.*)\)/",
}


PIECE = re.compile(
    r"(?P<group>\(\?:(?:[^()]|\([^()]*\))*\))|(?P<blank>\[\^\\S\\n\])|\[(?P<set>[^\]]*)\]|\\(?P<escaped>.)|(?P<letter>.)"
)


def expand(pattern: str) -> list[str]:
    """Return the words that a pattern of letters, ``(?:…|…)?``, ``[ab]`` and ``x?`` matches."""
    return [word for alternative in split_alternatives(pattern) for word in expand_one(alternative)]


def split_alternatives(pattern: str) -> list[str]:
    parts, depth = [""], 0
    for character in pattern:
        depth += (character in "([") - (character in ")]")
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def expand_one(pattern: str) -> Iterator[str]:
    piece = PIECE.match(pattern)
    if piece is None:
        yield ""
        return
    rest = pattern[piece.end() :]
    heads = expand_piece(piece) + [""] * rest.startswith("?")
    for tail in expand_one(rest.removeprefix("?")):
        yield from (head + tail for head in heads)


def expand_piece(piece: re.Match[str]) -> list[str]:
    if piece["group"]:
        return expand(piece["group"][3:-1])
    return [" "] if piece["blank"] else list(piece["set"] or piece["escaped"] or piece["letter"])


@pytest.mark.parametrize("name", LISTED)
def test_the_words_listed_are_those_of_the_grammar(name: str) -> None:
    match = re.search(LISTED[name], grammar_text("article.lark"))
    assert match is not None
    pattern = "|".join(match.groups())
    words = [pattern] if name == "capital" else expand(pattern)
    expected = [word for word in words if "{" not in word]  # a counted repetition is not a word
    assert sorted(word_lists(SPEC)[name]) == sorted(set(expected)), name


def test_every_list_of_words_is_compared() -> None:
    assert set(word_lists(SPEC)) == set(LISTED)
