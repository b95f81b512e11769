r"""Backslashes that mean nothing are found, and paths and escapes are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "between words": ("The ferry\\sailed late", ["\\"]),
    "often": ("In its\\desks and the\\rain when\\they dry", ["\\"]),
    "Russian": ("Паром\\вернулся", ["\\"]),
    "Chinese": ("渡轮\\启航", ["\\"]),
    "before a number": ("It cost \\1,000 yen and\\12", ["\\"]),
    "at a line end": ("Twelve crowns.\\\nChildren pay half.", ["\\"]),
    "at the end": ("Twelve crowns.\\", ["\\"]),
    "before a quotation mark": ("So \\«late\\» then", ["\\"]),
    "before a dash": ("Late \\— and full", ["\\"]),
    "before a space": ("61\\ passengers", ["\\"]),
    "before a word": ("The \\ferry sailed", ["\\"]),
    "escaped": ("The ferry\\\\sailed", ["\\\\"]),
    "two kinds": ("The ferry\\sailed \\– late", ["\\", "\\"]),
    "in German": ("Die Fähre\\fährt", ["\\"]),
}


@pytest.mark.parametrize(("text", "spans"), LEFT.values(), ids=LEFT)
def test_stray_backslashes_are_found(text: str, spans: list[str]) -> None:
    assert [span for _, span, _ in found("stray-backslash", article(text))] == spans
    assert len(findings("stray-backslash", format(article(text)))) == len(spans)


SOUND = {
    "escapes": "A \\*star\\*, a \\[bracket\\], 5\\. and \\#1 \\'so\\'",
    "paths": "The file C:\\Users\\ann on \\\\server\\share and HKEY_LOCAL\\Name\\Key",
    "a shrug": "Well ¯\\\\_(ツ)_/¯ and \\\\o/ so",
    "sequences": 'It is late.\\nIt isn\\u2019t \\xe9 \\342 \\\\"so\\\\"',
    "LaTeX": "The \\emph{ferry} and \\alpha and \\textbf {so}",
    "code": "In PHP `A\\B` is a name of JSON\\Foo.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_has_a_meaning_is_not_found(text: str) -> None:
    assert found("stray-backslash", article(text)) == []


FIXED = {
    "between words": ("The ferry\\sailed so\\late", "The ferry sailed so late"),
    "at a line end": ("Twelve crowns.\\\nAll.", "Twelve crowns.\nAll."),
    "before a dash": ("Late \\— and \\– full", "Late — and – full"),
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.values(), ids=FIXED)
def test_the_fix_removes_them(text: str, wanted: str) -> None:
    assert fixed("stray-backslash", article(text)) == article(wanted)
    assert found("stray-backslash", article(wanted)) == []
