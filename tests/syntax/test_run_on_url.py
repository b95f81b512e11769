"""The URL at the end of the last paragraph is read, and escaped where it is text."""

import pytest

from corpusfmt.syntax.prepare import prepare
from corpusfmt.syntax.run_on_url import escape_run_on_url, part_run_on_url
from corpusfmt.syntax.tokens import block_tokens

URL = "https://skerrynews.example/ferry"


@pytest.mark.parametrize(
    "text",
    [
        f"A text. Original url: <{URL}>\n",
        f"A text.\nOriginal url: {URL}\n",
        f"# Title\n\n\n\nOne.\n\nTwo ORIGINAL URL :\n[{URL}]({URL})\n",
        f"**Related:** [One](#) Original url: {URL}\n",
        f"# Title\n\nOne.\n\nIn 1978\nthe ferry sank. Original url:\n<{URL}/2021>\n",
    ],
)
def test_the_tokens_are_the_text_and_the_last_is_the_url(text: str) -> None:
    tokens = part_run_on_url(block_tokens(prepare(text)), prepare(text))
    assert "".join(tokens) == text
    assert tokens[-1].type == "URL"
    assert tokens[-1].start_pos == text.lower().index("original url")
    assert sum(len(token) for token in tokens[:-1]) == tokens[-1].start_pos


def test_another_url_before_the_last_is_text() -> None:
    text = f"# Title\n\n\n\nOne.\n\nOriginal url: {URL}/1\nOriginal url: {URL}/2\n"
    tokens = part_run_on_url(block_tokens(prepare(text)), prepare(text))
    assert "".join(tokens) == text
    assert [token.type for token in tokens[-2:]] == ["PARAGRAPH", "URL"]


def test_another_url_below_an_empty_line_is_two_paragraphs() -> None:
    text = f"# Title\n\n\n\nOne.\n\nOriginal url:\n\n<{URL}/1> Original url: {URL}/2\n"
    tokens = part_run_on_url(block_tokens(prepare(text)), prepare(text))
    assert "".join(tokens) == text
    assert [token.type for token in tokens[-3:]] == ["PARAGRAPH", "PARAGRAPH", "URL"]
    starts = [len("".join(tokens[:index])) for index in range(len(tokens))]
    assert [token.start_pos for token in tokens] == starts


OTHERS = [
    "",
    "A text.\n",
    f"Original url: {URL}\n",
    f"# Title Original url: {URL}\n",
    f"> One Original url: {URL}\n",
    "One Original url: none\n",
    f"*One Original url: {URL}*\n",
    f"One Original url: {URL} and more\n",
    f"One Original\nurl: {URL}\n",
    "One Original url: ht\ntps://a.example/1\n",
    f"# Title\n\nIn 1978 Original url:\n\n<{URL}/2021>\n",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_tokens_are_the_same(text: str) -> None:
    tokens = block_tokens(prepare(text))
    assert part_run_on_url(tokens, prepare(text)) is tokens


def test_the_last_label_is_escaped() -> None:
    text = f"One Original url: {URL} Original url: {URL}"
    assert escape_run_on_url(text) == f"One Original url: {URL} Original url\\: {URL}"
    assert escape_run_on_url(f"One Original url\\: {URL}") == f"One Original url\\: {URL}"
    assert escape_run_on_url("One Original url: none") == "One Original url: none"
