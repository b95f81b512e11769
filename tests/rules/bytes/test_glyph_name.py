"""Names and numbers of glyphs are found, and what only looks alike is not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "a number": ("Die (cid:412)ähre fährt.", ["(cid:412)"]),
    "numbers": ("The (cid:3)(cid:44)(cid:128)rry sailed.", ["(cid:3)(cid:44)(cid:128)"]),
    "numbers and spaces": ("(cid:51) (cid:68) (cid:85) sailed.", ["(cid:51) (cid:68) (cid:85)"]),
    "in Chinese": ("渡轮(cid:2210)周一启航。", ["(cid:2210)"]),
    "docling": ("At GLYPH<c=12,font=/BAAAAA+Inter> noon.", ["GLYPH<c=12,font=/BAAAAA+Inter>"]),
    "a short glyph": ("At glyph<42> noon.", ["glyph<42>"]),
    "escaped": ("At glyph\\<c=3,font=/A\\> noon.", ["glyph\\<c=3,font=/A\\>"]),
    "a code point": ("It/uni2019s late.", ["/uni2019"]),
    "a code point before a letter": ("She sa/uni0069d so.", ["/uni0069"]),
    "a code point before a capital": ("In /uni0041Bay.", ["/uni0041"]),
    "a ligature": ("The /uni00660066 sailed.", ["/uni00660066"]),
    "Arabic": ("في /uniFE91/uniFEA4/uniFEAE اليوم", ["/uniFE91/uniFEA4/uniFEAE"]),
    "R": ("It<U+2019>s late.", ["<U+2019>"]),
    "bytes": ("It<0xE2><0x80><0x99>s late.", ["<0xE2><0x80><0x99>"]),
    "a byte": ("One line<0x0A>two", ["<0x0A>"]),
    "quotation marks": ("/quotedblleftSo,/quotedblright she said", ["/quotedblleft"]),
    "Cyrillic": ("Паром /afii10017/afii10018 ходит", ["/afii10017/afii10018"]),
    "numbers as names": ("The /g45/g72/g3 sails", ["/g45/g72/g3"]),
    "inside a word": ("The fer/g178y sailed", ["/g178"]),
    "a bullet": ("/bullet The ferry sailed", ["/bullet"]),
    "a dash": ("It sailed /emdash at last", ["/emdash"]),
    "a ligature's name": ("The /f_irst ferry", ["/f_i"]),
    "spelt": ("/T/h/e/space/f/e/r/r/y sails", ["/T/h/e/space/f/e/r/r/y"]),
    "two of a kind": ("A (cid:1) and a (cid:2).", ["(cid:1)"]),
    "two kinds": ("A (cid:1) and a glyph<c=1> and <U+00E9>.", ["(cid:1)", "<U+00E9>"]),
}


@pytest.mark.parametrize(("text", "spans"), LEFT.values(), ids=LEFT)
def test_names_of_glyphs_are_found(text: str, spans: list[str]) -> None:
    assert [span for _, span, _ in found("glyph-name", article(text))][: len(spans)] == spans
    written = format(article(text))
    assert len(findings("glyph-name", written)) == len(findings("glyph-name", article(text)))


SOUND = {
    "a police unit": "The CID: three officers (CID: 12) came.",
    "a path": "See /university/ or example.org/uniFE91.html at https://a.example/uniFE91",
    "units": "5 mg/g, 10 mg/g200 and 3 g/g/d or km/g3 of it",
    "a list of points": "Use a dash/bullet or a/bullet/list, /bulletin and /f_set",
    "a choice": "he/she/they, and/or, 1/2, km/h, a/b/c/d",
    "an agency": "(AP/dpa/space.com) /space/ /quote",
    "code": "`(cid:31)` and `/uniFE91` stand for a character, in HTML too.",
    "comparison": "a <0 and b <U for x>0",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_looks_alike_is_not_found(text: str) -> None:
    assert found("glyph-name", article(text)) == []


FIXED = {
    "a code point": ("It/uni2019s late.", "It’s late."),
    "a code point before a letter": ("She sa/uni0069d so.", "She said so."),
    "a code point before a capital": ("In /uni0041Bay.", "In ABay."),
    "a ligature": ("The /uni00660066 sailed.", "The ff sailed."),
    "R": ("Caf<U+00E9> <U+1F6A2>", "Café 🚢"),
    "bytes": ("It<0xE2><0x80><0x99>s late.", "It’s late."),
    "a mark": ("So <U+002A>early<U+002A>.", "So \\*early\\*."),
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.values(), ids=FIXED)
def test_the_fix_writes_the_character(text: str, wanted: str) -> None:
    assert fixed("glyph-name", article(text)) == article(wanted)
    assert found("glyph-name", article(wanted)) == []


@pytest.mark.parametrize("text", ["(cid:3)", "<0xE2> so", "<U+0007>", "<U+FFFFFF>", "/afii10017"])
def test_there_is_no_fix_where_the_character_is_unknown(text: str) -> None:
    assert [finding.fix for finding in findings("glyph-name", article(f"A {text}."))] == [None]


def test_the_message_counts() -> None:
    [(place, _, message)] = found("glyph-name", article("The (cid:1) and the (cid:2)."))
    assert place == "5:5"
    assert message == "2 glyph numbers, the first “(cid:1)” in place of lost characters"


def test_titles_and_intros_are_searched() -> None:
    text = "# The (cid:7) Runs\n\nA (cid:8)rry.\n\nBy Ada Brook\n\n\n\nIt sailed.\n"
    assert [place for place, _, _ in found("glyph-name", text)] == ["1:7", "3:3"]
