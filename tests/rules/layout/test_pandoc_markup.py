"""Markup of Pandoc is found, and braces and signs with another meaning are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "a class": ("The [ferry]{.underline} sailed", ["[ferry]{.underline}"]),
    "small capitals": ("The [BBC]{.smallcaps} and [ITV]{.smallcaps}", ["[BBC]{.smallcaps}"]),
    "a link": ('The [pier](https://a.example/){.link target="_blank"} is', None),
    "curly quotation marks": ("The [pier](https://a.example/){target=“_blank”} is", None),
    "an anchor": ("The []{#pier} pier", ["[]{#pier}"]),
    "an identifier": ("## Costs {#costs .heading}", [" {#costs .heading}"]),
    "kramdown": ("The ferry.{: .lead}", ["{: .lead}"]),
    "raw": ("The ferry {=html} sailed", [" {=html}"]),
    "a language": ("The [bateau]{lang=fr} sailed", ["[bateau]{lang=fr}"]),
    "an image": ("See ![a pier](https://a.example/p.png){width=50% height=3} there", None),
    "a division": ("::: {.body #main}\nThe ferry sailed.\n:::", None),
    "a division with a name": ("::: note\nThe ferry sailed.\n:::", None),
    "a division of one line": (":::::: columns", [":::::: columns"]),
    "raised": ("It is 10^3^ times", ["^3^"]),
    "a raised letter": ("The quay N^o^ 5", ["^o^"]),
    "raised letters": ("The 19^th^ of May", ["^th^"]),
    "lowered": ("Of H~2~O and CO~2~", ["~2~"]),
    "highlighted": ("The ==ferry== sailed", ["==ferry=="]),
    "Russian": ("Это [паром]{.mark} тут", ["[паром]{.mark}"]),
    "Chinese": ("渡轮[启航]{.underline}了", ["[启航]{.underline}"]),
}


@pytest.mark.parametrize(("text", "spans"), LEFT.values(), ids=LEFT)
def test_markup_of_pandoc_is_found(text: str, spans: list[str] | None) -> None:
    shown = [span for _, span, _ in found("pandoc-markup", article(text))]
    assert len(shown) == 1
    assert spans is None or shown == spans
    assert len(findings("pandoc-markup", format(article(text)))) == 1


SOUND = {
    "addresses": "Mail ann {AT} a {DOT} example or {at}",
    "a set": "the set {a, b} and {1, 2} and {so}",
    "remarks": "{“Fluffier! MORE! } If you are",
    "faces": "^^ so ^_^ and :::) ==> and <== so",
    "faces after a word": "Thank you^o^ and sorry^0^, with love^_^",
    "about": "~12 and ~5~ so, 2^3 and a^b and n=1==1",
    "keys": "a = {b} and {c=d e}",
    "code": "In CSS and HTML `{.so}` and {#so} and [a]{.b}",
    "a URL": "https://a.example/{.a}?{b=c}",
    "waves": "좋아요~2~ 하하~~",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_other_signs_are_not_found(text: str) -> None:
    assert found("pandoc-markup", article(text)) == []


FIXED = {
    "a class": ("The [ferry]{.underline} is", "The ferry is"),
    "a link": ("A [pier](https://a.example/){.link} is", "A [pier](https://a.example/) is"),
    "an identifier": ("## Costs {#costs .heading}", "## Costs"),
    "a division": ("::: {.body #main}\nThe ferry.\n:::", "The ferry."),
    "highlighted": ("The ==ferry== is", "The ferry is"),
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.values(), ids=FIXED)
def test_the_fix_removes_it(text: str, wanted: str) -> None:
    assert fixed("pandoc-markup", article(text)) == article(wanted)
    assert found("pandoc-markup", article(wanted)) == []


def test_the_fix_removes_a_division_of_its_own_with_the_space_below() -> None:
    text = article("One.", "::: note", "Two.")
    assert fixed("pandoc-markup", text) == article("One.", "Two.")


def test_the_fix_removes_a_division_at_the_start_of_the_text() -> None:
    assert fixed("pandoc-markup", "::: note\n\nTwo.:\n") == "Two.:\n"


def test_raised_text_has_no_fix() -> None:
    assert [one.fix for one in findings("pandoc-markup", article("10^3^"))] == [None]
