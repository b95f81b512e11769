"""Tests of the rule ambiguous-mark."""

import pytest

from corpusfmt.api.articles import format
from corpusfmt.config.policy import default_policy
from corpusfmt.run.format_file import FormatTask, format_bytes
from tests.rules.cases import article, found

EXPECTED = "a backslash before it if it is text"

MARKS = {
    "<u>#</u> Ferry": "#",
    "<u>-</u> a": "-",
    "<u>*</u> a": "*",
    "<u>•</u> a": "•",
    "<u>1</u>. a": ".",
    "<u>></u> a": ">",
    "It sailed.\n<u>#</u> Ferry": "#",
    "<u>Related:</u> [Salt](#)": "R",
    "**Related<u>:</u>** [Salt](#)": "R",
    "<u>Original</u> url: not known": ":",
    "<u>!</u>[a](https://merrowpost.example/a.jpg)": "!",
    "The <u><</u>https://merrowpost.example/a>": "<",
    "- # Ferry": "#",
    "- - a": "-",
    "> - a": "-",
    "> > a": ">",
    "## <u>#</u>": "#",
    "***<u>*</u>": "*",
    "#": "#",
    "1.": ".",
    "~~~": "~",
    "```\na\n```": "`",
    "It sailed.\n==": "=",
}

IN_INTRO = {"#\nOpinion": "#", "<u>#</u> Ferry": "#", "It sailed.\n~~~": "~", "1.\nFerry": "."}

TEXT = (
    r"\# Ferry",
    "&#35; Ferry",
    r"<u>\# Ferry</u>",
    r"- \# Ferry",
    "<u>Ferry</u> #1 is <u>late</u>",
    "<u>It</u> sailed **half bold",
    "** It sailed",
    "#Ferry",
    "1.5 metres",
    "a * b, 2 < 3",
    "Ferry &amp; harbour",
)


@pytest.mark.parametrize(("text", "mark"), MARKS.items())
def test_a_mark_that_is_read_as_text_is_found(text: str, mark: str) -> None:
    reported = found("ambiguous-mark", article("It sailed.", text, "It was late."))
    assert [message for _, _, message in reported] == [
        f"“{mark}” is read as text, but may be markup"
    ]


@pytest.mark.parametrize("text", TEXT)
def test_what_is_text_is_not_found(text: str) -> None:
    assert found("ambiguous-mark", article("It sailed.", text, "It was late.")) == []


@pytest.mark.parametrize("text", MARKS)
def test_canonical_text_is_not_found(text: str) -> None:
    written = format(article("It sailed.", text, "It was late."))
    assert found("ambiguous-mark", written) == []


@pytest.mark.parametrize("text", MARKS)
def test_the_file_is_rewritten_only_as_a_guess_that_is_listed(text: str) -> None:
    data = article("It sailed.", text, "It was late.").encode()
    policy = default_policy()
    kept, same = format_bytes(data, "-", FormatTask(policy, None, False, False, "-"))
    accepted, written = format_bytes(data, "-", FormatTask(policy, None, True, False, "-"))
    assert kept.is_guess
    assert same == data
    assert accepted.status == "changed"
    assert written != data
    assert "ambiguous-mark" in [one.rule for one in accepted.diagnostics]


def test_the_first_line_of_another_article_has_its_own_rule() -> None:
    first = (
        "# Ferry Runs Again\n\n\n\nIt sailed.\n\nOriginal url:\n\n<https://skerry.example/a>\n\n"
    )
    other = "- # Bakery Closes\n\nBy Ana Lind\n\nIt closed.\n\nOriginal url:\n\n<https://skerry.example/b>\n"
    assert [place for place, _, _ in found("several-articles", first + other)] == ["11:1"]
    assert found("ambiguous-mark", first + other) == []


@pytest.mark.parametrize(("text", "mark"), IN_INTRO.items())
def test_a_mark_in_the_intro_is_found_and_is_not_sealed(text: str, mark: str) -> None:
    written = article("It was late.", head=text)
    message = f"“{mark}” is read as text, but may be markup"
    assert found("ambiguous-mark", written) == [("3:1", text, message)]
    task = FormatTask(default_policy(), None, False, shows_patch=False, name="-")
    assert format_bytes(written.encode(), "-", task)[1].decode() == written
