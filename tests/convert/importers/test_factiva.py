"""Exports of Factiva: where a text ends, in both forms, whatever its lines are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.importers.factiva import _CODES, recognises
from corpusfmt.convert.reading import read_documents

ALONE = [code for code in _CODES.split() if code not in ("LP", "TD", "HD", "AN")]


def inline(title: str, lead: list[str], text: list[str], number: int = 1) -> str:
    """Return an article whose values are on the lines of their codes."""
    head = f"HD          {title}\nWC          61 words\nPD          5 March 2024\n"
    return (
        f"{head}SN          The Merrow Post\n\nLP\n\n{_join(lead)}TD\n\n{_join(text)}"
        "IN          i75 : Ferries | itsp : Transport\nNS          gtrans : Transport\n"
        f"RE          uk : United Kingdom\nAN          Document MERPO0002024030{number}ek\n\n"
    )


def stacked(title: str, lead: list[str], text: list[str], number: int = 1) -> str:
    """Return an article whose values are on the lines below their codes."""
    return (
        f"HD\n{title}\nWC\n61 words\nPD\n5 March 2024\nSN\nThe Merrow Post\nLP\n{_join(lead)}"
        f"TD\n{_join(text)}IN\ni75 : Ferries | itsp : Transport\nNS\ngtrans : Transport\n"
        f"RE\nuk : United Kingdom\nAN\nDocument MERPO0002024030{number}ek\n\n"
    )


def _join(paragraphs: list[str]) -> str:
    return "".join(f"{one}\n\n" for one in paragraphs)


def texts(data: str) -> list[tuple[str, list[str]]]:
    """Return the title and the paragraphs of each article."""
    found: list[tuple[str, list[str]]] = []
    for result in read_documents(data.encode(), "a.txt", "factiva"):
        document: Any = result.document
        assert document is not None, result.diagnostics
        blocks = [block["content"][0]["text"] for block in document["body"]]
        found.append((document["title"], blocks))
    return found


FORMS = pytest.mark.parametrize("form", [inline, stacked])


@FORMS
@pytest.mark.parametrize("code", ALONE)
def test_a_line_that_is_only_a_code_is_part_of_the_text(form: Any, code: str) -> None:
    lead, text = ["The ferry sailed.", code], [f"It was {code}.", code, "said the master.", code]
    data = form("One", lead, text, 1) + form("Two", text, lead, 2)
    assert texts(data) == [("One", [*lead, *text]), ("Two", [*text, *lead])]


@FORMS
def test_a_code_in_a_paragraph_is_part_of_it(form: Any) -> None:
    assert texts(form("One", ["The ferry"], ["It sailed\nIN\nto the harbour."])) == [
        ("One", ["The ferry", "It sailed IN to the harbour."])
    ]


@FORMS
def test_an_article_without_a_number_ends_at_the_next_title(form: Any) -> None:
    first = form("One", ["A."], ["B."], 1)
    first = first[: first.rindex("AN")]
    assert [title for title, _ in texts(first + form("Two", ["C."], ["D."], 2))] == ["One", "Two"]


@FORMS
def test_an_export_that_is_cut_has_what_is_there(form: Any) -> None:
    data = form("One", ["A."], ["B.", "IN", "C."])
    assert texts(data[: data.rindex("NS")]) == [("One", ["A.", "B.", "IN", "C."])]


@FORMS
@given(st.lists(st.sampled_from(["The ferry sailed.", *ALONE]), min_size=1, max_size=5))
def test_any_lines_are_kept(form: Any, lines: list[str]) -> None:
    data = form("One", ["Lead."], lines)
    assert recognises(data)
    assert texts(data) == [("One", ["Lead.", *lines])]


@FORMS
def test_the_section_can_be_above_the_title(form: Any) -> None:
    section = "SE          News\n" if form is inline else "SE\nNews\n"
    data = section + form("One", ["It."], ["A."], 1) + section + form("Two", ["It."], ["B."], 2)
    assert texts(data) == [("One", ["It.", "A."]), ("Two", ["It.", "B."])]


@pytest.mark.parametrize("by", ["By", "Von", "Par", "Por", "Door"])
def test_the_word_before_the_names_is_not_part_of_them(by: str) -> None:
    data = stacked("One", ["It."], ["A."]).replace("WC\n", f"BY\n{by} Ada Brook\nWC\n", 1)
    [result] = read_documents(data.encode(), "a.txt", "factiva")
    document: Any = result.document
    assert document["byline"] == [{"name": "Ada Brook"}]
