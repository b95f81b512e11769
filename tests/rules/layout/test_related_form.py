"""Related links that are not in canonical form are found, with what is wrong in them."""

import pytest

from corpusfmt.syntax.reading import read_document
from tests.rules.cases import article, expected, findings, fixed, found

LINK = "[The Winter Without a Ferry](#)"
OTHER = "[A Captain Retires](https://skerrynews.example/captain)"
FORM = f"**Related article:** {LINK}"
READ = {
    f"**Related article**: {LINK}": ("the colon is outside the bold", FORM),
    f"**Читайте также**: {LINK}": (
        "the colon is outside the bold",
        f"**Читайте также:** {LINK}",
    ),
    f"Related article: {LINK}": ("the label is not in bold", FORM),
    f"__Related article:__ {LINK}": ("the label is bold with underscores", FORM),
    f"See also: {LINK}": ("the label is not in bold", f"**See also:** {LINK}"),
    f"**Related article:** {LINK}; {OTHER}": (
        "the links are not in canonical form",
        f"**Related article:** {LINK}, {OTHER}",
    ),
    f"**Related article:** {LINK} and {OTHER}": (
        "the links are not in canonical form",
        f"**Related article:** {LINK}, {OTHER}",
    ),
}
IN_FORM = [FORM, f"{FORM}, {OTHER}", f"**もっと読む:** {LINK}", f"Read {LINK} for more.", f"{LINK}"]


@pytest.mark.parametrize(("written", "wrong"), READ.items())
def test_another_form_is_found(written: str, wrong: tuple[str, str]) -> None:
    fact, form = wrong
    text = article("Body.", written, "More.")
    assert found("related-form", text) == [("7:1", written, fact)]
    assert expected("related-form", text) == [form]
    assert fixed("related-form", text) == article("Body.", form, "More.")
    assert read_document(fixed("related-form", text)) == read_document(text)
    assert found("related-form", article("Body.", form, "More.")) == []


@pytest.mark.parametrize("written", IN_FORM)
def test_the_form_of_the_layout_is_not(written: str) -> None:
    assert found("related-form", article("Body.", written, "More.")) == []


def test_each_block_is_found() -> None:
    text = article("Body.", f"**More**: {LINK}", "Body.", FORM, f"**More**: {LINK}")
    assert [place for place, _, _ in found("related-form", text)] == ["7:1", "13:1"]


def test_the_fix_is_safe_and_there_is_none_for_what_is_no_text() -> None:
    text = article("Body.", f"**More**: {LINK}")
    assert [finding.fix.safe for finding in findings("related-form", text) if finding.fix] == [True]
    assert [
        finding.fix
        for finding in findings("related-form", text.encode().replace(b"Body", b"B\xff"))
    ] == [None]
