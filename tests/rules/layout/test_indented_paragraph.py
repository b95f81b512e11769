"""A paragraph that begins with an indent is found; verses, tables and code are left alone."""

import pytest

from corpusfmt.api.checking import check
from tests.rules.cases import article, findings, fixed

FIRST = "The ferry to Skerry sailed on Monday for the first\ntime since October."
SECOND = "The next ferry sails on Friday, and nobody on the\nisland knows more."
DENSE = "渡轮于星期一恢复开航，这是自去年十月以来的第一次。"

INDENTED = {
    "spaces": (f"   {FIRST}\n   {SECOND}", 2),
    "two spaces": (f"{FIRST}\n  {SECOND}", 2),
    "a tab": (f"{FIRST}\n\t{SECOND}", 2),
    "no-break spaces": (f"{FIRST}\n\xa0\xa0{SECOND}", 2),
    "an em space": (f"\u2003{FIRST}\n\u2003{SECOND}", 2),
    "an en space": (f"{FIRST}\n\u2002\u2002{SECOND}", 2),
    "three": (f"   {FIRST}\n   {SECOND}\n   {FIRST}", 3),
    "after a quotation": (f"{FIRST[:-1]}.”\n   “{SECOND}", 2),
    "one line each": (f"  {SECOND.replace(chr(10), ' ')}\n  {SECOND.replace(chr(10), ' ')}", 2),
    "Chinese": (f"\u3000\u3000{DENSE}\n\u3000\u3000{DENSE}", 2),
    "Russian": (
        "   Паром на остров вышел в понедельник впервые с октября,\nна борту люди.\n"
        "   Следующий рейс будет в пятницу, сообщил капитан\nпарома.",
        2,
    ),
}


@pytest.mark.parametrize(("block", "count"), INDENTED.values(), ids=INDENTED)
def test_paragraphs_with_an_indent_are_found(block: str, count: int) -> None:
    [finding] = findings("indented-paragraph", article(block))
    assert finding.message == f"{count} paragraphs are separated by an indent only"
    text = fixed("indented-paragraph", article(block))
    assert findings("indented-paragraph", text) == []
    assert text.count("\n\n") == article(block).count("\n\n") + count - 1


OTHERS = {
    "verses": "The ferry sails,\nthe ferry sails.\n   The winter ends,\n   the captain hails.",
    "inside a sentence": FIRST.replace("\n", "\n   "),
    "after a comma": f"{FIRST[:-1]},\n   {SECOND}",
    "one space": f"{FIRST}\n {SECOND}",
    "no indent": f"{FIRST}\n{SECOND}",
    "a first line": f"   {FIRST}",
    "code": f"The HTML and CSS of `a` page has code:\n  {FIRST}\n  {SECOND}",
    "a list": f"- {FIRST}\n  {SECOND}",
}


@pytest.mark.parametrize("block", OTHERS.values(), ids=OTHERS)
def test_other_indents_are_left_alone(block: str) -> None:
    assert findings("indented-paragraph", article(block)) == []


def test_the_layout_is_not_written_over_it() -> None:
    report = check(article(f"   {FIRST}\n   {SECOND}"), "ferry.txt")
    rules = {diagnostic.rule for diagnostic in report.diagnostics}
    assert "indented-paragraph" in rules
