"""Separated letters are found; names, lists and headlines with spaces are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

SPACED = {
    "Chinese": ("港 口 办 公 室 说 ， 票 价 不 变 。", "港口办公室说，票价不变。"),
    "Chinese and a number": ("船 上 有 的 人 是 61 名 乘 客 。", "船上有的人是 61 名乘客。"),
    "two spaces": ("港 口 办 公  室 的 票 价 不 变 。", "港口办公室的票价不变。"),
    "wide spaces": ("港　口　办　公　室　的票价不变。", "港口办公室的票价不变。"),
    "traditional": ("港 口 辦 公 室 的 票 價 不 變 。", "港口辦公室的票價不變。"),
    "words": ("港口 办公室 说 ， 票价 不 变 ， 也 好 。", "港口办公室说，票价不变，也好。"),
    "Japanese": ("渡 し 船 は 月 曜 日 に 出 た 。", "渡し船は月曜日に出た。"),
    "particles": (
        "港 は 月曜日 に 新しい 船 を 開き 、人 の 声 が した 。",
        "港は月曜日に新しい船を開き、人の声がした。",
    ),
    "a part of a paragraph": (
        "票价不变。斯 凯 瑞 的 渡 轮 恢复航行。",
        "票价不变。斯凯瑞的渡轮恢复航行。",
    ),
    "capitals": ("H A R B O U R   N E W S", "HARBOUR NEWS"),
    "lower case": ("f e r r y  n e w s", "ferry news"),
    "Cyrillic": ("П А Р О М  В Ы Ш Е Л", "ПАРОМ ВЫШЕЛ"),
    "Greek": ("Λ Ι Μ Α Ν Ι Α", "ΛΙΜΑΝΙΑ"),
    "a word": ("Not today, but t o m o r r o w it sails.", "Not today, but tomorrow it sails."),
    "a German noun": ("Die F ä h r e fährt am Montag.", "Die Fähre fährt am Montag."),
    "a Russian word": ("Паром т е п е р ь не ждёт.", "Паром теперь не ждёт."),
    "a Vietnamese word": ("Tàu t r ư ớ c đó.", "Tàu trước đó."),
    "an odd place": ("It is n e v e r late.", "It is never late."),
    "at the end": ("It sails t o d a y.", "It sails today."),
    "two words": ("Die l e t z t e F ä h r e fährt.", "Die letzte Fähre fährt."),
    "a word of one letter before a name": (
        "Färjan till öarna och till fastlandet går som vanligt i S k e r r y.",
        "Färjan till öarna och till fastlandet går som vanligt i Skerry.",
    ),
}

SOUND = {
    "names": "李 明、王 芳和张三丰的船。",
    "a headline": "米朝首脳直通電話 習氏に挑む",
    "a credit": "出品︱网易科学人栏目组 胖胖。",
    "wide spaces": "　　港口办公室说，票价不变。",
    "words and numbers": "共有 61 名乘客，其中 3 名是船员 的。",
    "Korean": "그 후 한 달 만 에 항구의 배가 다시 떠났다.",
    "the alphabet": "A B C D E F G",
    "vitamins": "The fish has vitamins A B C D E in it.",
    "a formula": "( ∑ k = 1 n a k b k ) 2 is less",
    "an address": "Write to ferry {AT} s k e r r y {DOT} org",
    "four letters": "The signal was N S W E on the map.",
    "Polish words": "Szedł i w z o na molo.",
    "one letter": "x x x x x x x",
    "English": "A ferry and I saw a ship as it was in a bay.",
    "initials": "J. R. R. Tolkien and A. A. Milne",
    "numbers": "1 2 3 4 5 6 7 8 9 0",
}


@pytest.mark.parametrize(("text", "meant"), SPACED.values(), ids=SPACED)
def test_separated_letters_are_found_and_joined(text: str, meant: str) -> None:
    assert fixed("spaced-letters", article(text)) == article(meant)


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("spaced-letters", article(text)) == []


def test_other_lines_of_such_an_article_are_found_too() -> None:
    places = found("spaced-letters", article("斯 凯 瑞 的 渡 轮 。", "票价不 变，很好。", "李 明"))
    assert [span for _, span, _ in places] == [" 凯 瑞 的 渡 轮 ", " "]


def test_a_title_without_punctuation_is_found() -> None:
    text = "# 斯 凯 瑞 渡 轮 恢 复 航 行\n\n\n\n港 口 的 票 价 不 变 。\n\n李 明\n"
    places = found("spaced-letters", text)
    assert [place for place, _, _ in places] == ["1:4", "5:2"]


def test_a_title_is_found() -> None:
    assert found("spaced-letters", "# H A R B O U R\n\n\n\nIt sailed.\n") == [
        ("1:3", "H A R B O U R", "letters separated by spaces: “H A R B O U R”")
    ]


NEIGHBOURS = [
    ("It is the last ferry, and it was I t h i n k on time.", "Ithink"),
    ("The ferry to the islands is here and it has a n n o u n c e d it.", "announced"),
    ("Паром не ждёт, и он на пристани, но б е р е г и далеко.", "береги"),
]


@pytest.mark.parametrize(("text", "joined"), NEIGHBOURS)
def test_a_letter_at_the_edge_may_be_a_word(text: str, joined: str) -> None:
    [finding] = findings("spaced-letters", article(text))
    assert (finding.fix, finding.expected) == (None, f"{joined}, or two words")
    [finding] = findings("spaced-letters", article(text, f"“{joined.capitalize()}”"))
    assert finding.fix is not None
    assert finding.expected == joined


def test_there_is_no_fix_for_korean_that_has_spaces_between_words() -> None:
    [finding] = findings("spaced-letters", article("항 구 의 배 가 다 시 떠 났 다 ."))
    assert finding.fix is None
    assert finding.expected == "the letters of each word together"
