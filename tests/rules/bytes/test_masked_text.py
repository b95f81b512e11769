"""Masks are found one by one; signs of sound text are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, found

MASKED = {
    "a user in angle brackets": ("and <user> wrote", ["<user>"]),
    "a mask with two signs": ("the @MASK@ was late", ["@MASK@"]),
    "a run of signs": ("the council @@@@@ the pier", ["@@@@@"]),
    "signs and spaces": ("off @ @ @ @ @ and on", ["@ @ @ @ @"]),
    "BERT": (r"The \[MASK\] sailed", [r"[MASK\]"]),
    "unescaped": ("The [MASK] sailed, [UNK].", ["[MASK]", "[UNK]"]),
    "unknown words": ("the <unk> of <unk>", ["<unk>", "<unk>"]),
    "unknown words, escaped": (r"the \<unk\> sailed", [r"<unk\>"]),
    "T5": ("The <mask> sailed", ["<mask>"]),
    "the end of a text": ("The end.<|endoftext|>", ["<|endoftext|>"]),
    "padding": ("sailed [PAD] [PAD]", ["[PAD]", "[PAD]"]),
    "persons": ("said [PERSON] in [LOC]", ["[PERSON]", "[LOC]"]),
    "numbered persons": ("said [PERSON_1] and <NAME2>", ["[PERSON_1]", "<NAME2>"]),
    "French": ("a déclaré [PERSON] hier", ["[PERSON]"]),
    "Russian": ("Паром @@@@ вышел", ["@@@@"]),
    "Chinese": ("渡轮<unk>周一", ["<unk>"]),
    "digits of a share": ("rose #.# percent", ["#.#"]),
    "digits of a number": ("killed #,### people", ["#,###"]),
    "digits of years": ("for ## years", ["##"]),
    "digits of money": ("paid $ ##.# million", ["##.#"]),
    "bars": ("Agent ████ met ██████.", ["████", "██████"]),
    "squares": ("Agent ■■■■ met", ["■■■■"]),
    "a gap": ("The mayor ______ signed it", ["______"]),
    "a mail address": ("Write to [email protected] now", ["[email protected]"]),
    "an entity": ("said @entity12 of @entity3", ["@entity12", "@entity3"]),
    "a user": ("as @USER wrote to @USER", ["@USER", "@USER"]),
    "bars around names": (
        "by |||PERSON||| and ||EMAIL_ADDRESS||",
        ["|||PERSON|||", "||EMAIL_ADDRESS||"],
    ),
    "numbered persons without brackets": (
        "PERSON_1 met PERSON_2 in LOCATION_12.",
        ["PERSON_1", "PERSON_2", "LOCATION_12"],
    ),
    "escaped numbers": (r"So PERSON\_1 said.", [r"PERSON\_1"]),
    "Presidio": ("on <DATE_TIME> by <EMAIL_ADDRESS>", ["<DATE_TIME>", "<EMAIL_ADDRESS>"]),
    "parts of a name": ("said [FIRST_NAME] [LAST_NAME_2]", ["[FIRST_NAME]", "[LAST_NAME_2]"]),
    "Spanish": ("dijo [NOMBRE] en [LUGAR]", ["[NOMBRE]", "[LUGAR]"]),
    "Ukrainian and Russian": ("сказал [ИМЯ], [ФИО]", ["[ИМЯ]", "[ФИО]"]),
    "names in Chinese": ("[姓名]在这里", ["[姓名]"]),
    "a gap, escaped": (r"The mayor \_\_\_\_ signed it", [r"\_\_\_\_"]),
}

SOUND = {
    "a separator": "___\n\nNext part",
    "a form": "Name: ____",
    "an address": "Write to desk@skerry.example or @skerry.",
    "two signs": "5 @ 3 and @ 4",
    "a hash tag": "The #ferry, ##, C# and #1 of 5 # 6",
    "headings": "### Costs\n\n## Plans",
    "a link": "See [URL](https://a.example) and [PER](#).",
    "an acronym": "[VIDEO] [AFP] [sic] [expletive deleted by the editor]",
    "a swear word": "What the f***, he said, s*** happens.",
    "a name of a user": "as @USERNAME and @USER1 wrote || PERSON ||",
    "tags": "<p> <b> <user-name>",
    "one bar": "█ 12 %",
    "an account": "Write to @entitynews, not [email]",
    "a bullet": "■ News ■ Sport",
    "names of variables": "person_1, num_2, max_PERSON_1 and PERSON_1.txt",
    "a number in capitals": "The MAX_300 and a Boeing_737",
    "a shirt of three letters": "XXL, XXXL, XXX and XXXXL",
    "a number of a phone": "Call 555-XXXX, XXXX-1234 or #XXXX.",
    "a host": "xXXXx, XXXX.example and XXXX@merrow.example",
    "a link of a note": "See [redacted](https://a.example).",
}


@pytest.mark.parametrize(("text", "shown"), MASKED.values(), ids=MASKED)
def test_each_mask_is_found(text: str, shown: list[str]) -> None:
    assert [span for _, span, _ in found("masked-text", article(text))] == shown


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("masked-text", article(text)) == []


UNCERTAIN = {
    "crosses": ("Our man XXXX met XXXXXX.", ["XXXX", "XXXXXX"]),
    "a note": ("The agent [REDACTED] met [redacted].", ["[REDACTED]", "[redacted]"]),
    "an escaped note": (r"The agent \[Redacted\] left.", [r"[Redacted\]"]),
    "a note with a word": (
        "Our [name redacted] met [redacted name].",
        ["[name redacted]", "[redacted name]"],
    ),
    "German": ("Der Agent [GESCHWÄRZT] ging.", ["[GESCHWÄRZT]"]),
    "Russian": ("Агент [удалено] ушёл.", ["[удалено]"]),
}
"""What an editor may have removed as well."""


@pytest.mark.parametrize(("text", "shown"), UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_may_be_of_the_author_is_uncertain(text: str, shown: list[str]) -> None:
    made = findings("masked-text", article(text))
    assert [finding.is_uncertain for finding in made] == [True] * len(shown)
    assert [span for _, span, _ in found("masked-text", article(text))] == shown


def test_many_uncertain_masks_are_uncertain() -> None:
    made = findings("masked-text", article("a XXXX " * 50))
    assert made[-1].message == "30 more masks in the text"
    assert made[-1].is_uncertain
    mixed = findings("masked-text", article("a XXXX " * 50 + "a <unk> " * 5))
    assert not mixed[-1].is_uncertain


def test_many_masks_are_counted() -> None:
    shown = found("masked-text", article("a <unk> " * 50))
    assert len(shown) == 21
    assert shown[-1][2] == "30 more masks in the text"


def test_the_message_has_no_escapes() -> None:
    assert found("masked-text", r"a \[MASK\] b")[0][2] == "“[MASK]” is a mask"
