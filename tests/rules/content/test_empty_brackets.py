"""Brackets that have lost their text are found; those of code, forms and faces are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

EMPTY = {
    "in a sentence": ("The ferry () sailed.", "()", "The ferry sailed."),
    "before a full stop": ("It sailed to Skerry ().", "()", "It sailed to Skerry."),
    "at the start": ("() The ferry sailed.", "()", "The ferry sailed."),
    "spaces": ("The ferry (  ) sailed.", "(  )", "The ferry sailed."),
    "a no-break space": ("The ferry (\xa0) sailed.", "(\xa0)", "The ferry sailed."),
    "commas": ("The ferry ( , ; ) sailed.", "( , ; )", "The ferry sailed."),
    "a slash": ("The ferry ( / ) sailed.", "( / )", "The ferry sailed."),
    "square": (r"The ferry \[ \] sailed.", r"\[ \]", "The ferry sailed."),
    "square, without escapes": ("The ferry [] sailed.", "[]", "The ferry sailed."),
    "in bold": ("The **ferry ()** sailed.", "()", "The **ferry** sailed."),
    "Russian": ("Паром () вышел в море.", "()", "Паром вышел в море."),
    "Arabic": ("أبحرت العبارة () يوم الاثنين.", "()", "أبحرت العبارة يوم الاثنين."),
    "Chinese": ("渡轮（）星期一开航。", "（）", "渡轮星期一开航。"),
    "Chinese, with commas": ("渡轮（，、）星期一开航。", "（，、）", "渡轮星期一开航。"),
    "Japanese": ("【】フェリーが再開した。", "【】", "フェリーが再開した。"),
}


@pytest.mark.parametrize(("text", "shown", "right"), EMPTY.values(), ids=EMPTY)
def test_empty_brackets_are_found_and_removed(text: str, shown: str, right: str) -> None:
    [(_, span, message)] = found("empty-brackets", article(text))
    assert span == shown
    assert message.endswith("are empty")
    assert fixed("empty-brackets", article(text)) == article(right)


def test_the_fix_is_not_safe() -> None:
    [finding] = findings("empty-brackets", article("The ferry () sailed."))
    assert finding.fix is not None
    assert not finding.fix.safe


@pytest.mark.parametrize("text", ["()", r"\[ \]", "（）"])
def test_brackets_that_are_the_whole_text_have_no_fix(text: str) -> None:
    [finding] = findings("empty-brackets", article("The ferry sailed.", text, "It is back."))
    assert finding.fix is None


OTHERS = {
    "a phone": ("Call us (Tel.: ) now.", "(Tel.: )", "have a label and nothing else"),
    "a picture in French": ("Le port (Photo : ) dort.", "(Photo : )", "have a label"),
    "a reference": ("The plan (see ) is old.", "(see )", "have a label and nothing else"),
    "a reference in German": ("Der Plan (siehe ) ist alt.", "(siehe )", "have a label"),
    "a label in Chinese": ("渡轮（电话：）开航。", "（电话：）", "have a label"),
    "a name in another script": ("Ana Lind (; born 1950) left.", "(;", "before the comma"),
    "a place": ("Skerry (, Norland) is an island.", "(,", "before the comma"),
    "a name in Chinese": ("林若溪（，1950年生）来了。", "（，", "before the comma"),
    "quotation marks": ("She called it “” and left.", "“”", "quotation marks “”"),
    "German quotation marks": ("Sie nannte es „“, sagte sie.", "„“", "are empty"),
    "French quotation marks": ("Elle a dit « » hier.", "« »", "are empty"),
    "French quotation marks with spaces": ("Elle a dit «\xa0 » hier.", "«\xa0 »", "are empty"),
    "a title in Chinese": ("渡轮《》开航。", "《》", "are empty"),
    "an open end": (
        "The ferry sails to Skerry (",
        "(",
        "the text after the bracket “(” is missing",
    ),
    "an open end before its rest": (
        "The ferry sails to Skerry (\n\n[Merrow](https://a.example/)) on Monday.",
        "(",
        "the text after the bracket “(” is in the next paragraph",
    ),
    "a closed start": (") and the ferry sailed.", ")", "the text before the bracket “)”"),
    "a closed start, square": (r"\], and the ferry sailed.", "\\", "before the bracket “]”"),
}


@pytest.mark.parametrize(("text", "shown", "fact"), OTHERS.values(), ids=OTHERS)
def test_brackets_without_a_part_of_their_text_are_found(text: str, shown: str, fact: str) -> None:
    written = article("The ferry is old.", text, "It is back.")
    [(_, span, message)] = found("empty-brackets", written)
    assert span == shown
    assert fact in message
    assert findings("empty-brackets", written)[0].fix is None


def test_the_title_is_searched() -> None:
    text = article("Body.").replace("Ferry Runs", "Ferry () Runs", 1)
    assert fixed("empty-brackets", text) == article("Body.")


SOUND = {
    "quotations side by side": "»Ja.«»Nein«, und „so“„nie“, «a»«b» and “a”“b”.",
    "text": "The ferry (Merrow) sailed [sic] to “Skerry”.",
    "the signs themselves": "He typed “()” and then “[ ]”; the album “( )” is by Merrow.",
    "an omission in law": "“[T]he court [ ] held” that it was late.",
    "a function": "Call print() and main().run(), then x[] and $(), or f(a)().",
    "omissions": "He said (…) that [...] it (...) sailed.",
    "marks": "It sailed (?) and sank (!), new in the charts (-), and again (–).",
    "a face": "It sank :( and :() and ;() and =().",
    "a box to tick": r"[ ] Yes [ ] No",
    "boxes to tick": "( ) Yes ( ) No",
    "a list with boxes": "- [ ] Buy a ticket.\n- [ ] Go aboard.",
    "boxes in a line": "Your vote: [ ] yes [ ] no",
    "a crying face": "渡轮沉了（；；）",
    "a quiz": "フェリーは（　）に出る。",
    "data": "The hold is { list: [ ] list: [ ] list: [ ] } " + "in the words of its program " * 5,
    "a link without text": "See [](https://a.example) for it.",
    "a link": "See [the ferry](https://a.example/a()) for it.",
    "a URL": "See https://a.example/ferry() for it.",
    "lettered items": "a) The ferry.\n\nb) The harbour.",
    "a comment over paragraphs": "(The ferry sailed.\n\nIt came back.)",
    "a face at the end": "It sank :(",
    "a face in Russian": "Паром утонул (((",
    "a face at the start": ":) and the ferry sailed.",
    "a smile in Russian": "Паром вернулся.\n\n)))",
    "a label with text": "Call (Tel.: 555 0134) or (see below) or (via Merrow).",
    "an emoticon": "So much fun (haha :) and more.",
    "Chinese": "渡轮（新）开航【公告】。",
    "a decimal": "It grew (.5 %) and fell (,5 %).",
}


@for_each(SOUND)
def test_sound_brackets_are_not_found(text: str) -> None:
    assert found("empty-brackets", article("The ferry is old.", text, "It is back.")) == []


def test_an_article_about_code_is_skipped() -> None:
    text = "In JavaScript, () => {} is a function, and in Python `[]` is a list of () in JSON."
    assert found("empty-brackets", article(text)) == []


def test_an_author_is_reported_by_another_rule() -> None:
    assert found("empty-brackets", article("Body.", head="By Ada () Brook")) == []


def test_brackets_in_a_long_text_are_no_boxes() -> None:
    text = "The ferry ( ) sailed to the island ( ) on Monday with 61 passengers, " + "a cow, " * 9
    assert len(found("empty-brackets", article(f"{text}and a dog."))) == 2
