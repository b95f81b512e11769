"""Words in letters of another style are found, and written in ordinary ones; formulas are not."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

STYLED = {
    "bold": ("The 𝐟𝐞𝐫𝐫𝐲 sailed.", "The ferry sailed."),
    "sans-serif bold": ("𝗧𝗵𝗲 𝗳𝗲𝗿𝗿𝘆 sailed.", "The ferry sailed."),
    "italic": ("The 𝘧𝘦𝘳𝘳𝘺 sailed.", "The ferry sailed."),
    "italic with the sign of Planck": ("It is 𝑡ℎ𝑒 ferry.", "It is the ferry."),
    "script": ("The 𝓯𝓮𝓻𝓻𝔂 sailed.", "The ferry sailed."),
    "script with holes": ("The ℱℯ𝓇𝓇𝓎 sailed.", "The Ferry sailed."),
    "Fraktur": ("The 𝔉𝔢𝔯𝔯𝔶 sailed.", "The Ferry sailed."),
    "double-struck": ("The 𝕗𝕖𝕣𝕣𝕪 sailed.", "The ferry sailed."),
    "monospace": ("The 𝚏𝚎𝚛𝚛𝚢 sailed.", "The ferry sailed."),
    "bold digits": ("In 𝟮𝟬𝟮𝟯 it sailed.", "In 2023 it sailed."),
    "an apostrophe": ("The 𝐜𝐚𝐩𝐭𝐚𝐢𝐧’𝐬 ferry.", "The captain’s ferry."),
    "brackets and a slash": ("A (𝐬𝐡𝐢𝐩) or 𝐟𝐞𝐫𝐫𝐲/𝐛𝐨𝐚𝐭𝐬.", "A (ship) or ferry/boats."),
    "circles": ("The ⓕⓔⓡⓡⓨ sailed.", "The ferry sailed."),
    "squares": ("The 🄵🄴🅁🅁🅈 sailed.", "The FERRY sailed."),
    "filled squares": ("The 🅵🅴🆁🆁🆈 sailed.", "The FERRY sailed."),
    "filled circles": ("The 🅕🅔🅡🅡🅨 sailed.", "The FERRY sailed."),
    "two short words": ("𝐈𝐭 𝐢𝐬 here.", "It is here."),
    "Vietnamese": ("Chiếc phà 𝗴𝗮̂𝗻 bờ.", "Chiếc phà gân bờ."),
    "Vietnamese with ordinary letters": ("Phà 𝗖𝗵𝗶ế𝗰 𝗯ờ.", "Phà Chiếc 𝗯ờ."),
    "among Chinese": ("渡轮𝐟𝐞𝐫𝐫𝐲星期一开航。", "渡轮ferry星期一开航。"),
    "full width": ("The Ｆｅｒｒｙ sailed.", "The Ferry sailed."),
    "full-width digits": ("It sailed in ２０２３.", "It sailed in 2023."),
    "full-width digits with a comma": ("It took １，２００ cars.", "It took 1,200 cars."),
    "full width in Russian": ("Паром Ｍｅｒｒｏｗ вышел.", "Паром Merrow вышел."),
    "full width and a Chinese name": (
        "The Ｆｅｒｒｙ of 林若溪 " + "sailed on Monday and came back. " * 10,
        "The Ferry of 林若溪 " + ("sailed on Monday and came back. " * 10).strip(),
    ),
}


@pytest.mark.parametrize(("text", "meant"), STYLED.values(), ids=STYLED)
def test_words_are_written_in_ordinary_letters(text: str, meant: str) -> None:
    [finding] = findings("styled-letters", article(text.strip()))
    assert finding.fix is not None
    assert finding.fix.safe
    assert fixed("styled-letters", article(text.strip())) == article(meant)


SOUND = {
    "a formula": "So 𝑥 = 𝑚𝑐² and 𝐸𝑘 = 𝑎𝑏𝑐 + 1, or 𝑓𝑔(𝑥).",
    "letters of a formula": "Let 𝑥 be in ℝ and ℕ, with ℎ and 𝛼𝛽𝛾.",
    "two letters": "The product 𝑎𝑏 is even.",
    "one letter in a circle": "Line Ⓤ and line Ⓢ, or Ⓐ for anarchy.",
    "a blood type": "Blood 🅰 and 🅱.",
    "words of formulas": "The set 𝕊𝕆 and 𝐀𝐁𝐂, for all 𝑛 in ℝ, with 𝑑𝑥 𝑑𝑦.",
    "functions": "The words 𝑝𝑟𝑜𝑏 and 𝑠𝑖𝑛 are functions.",
    "chess": "Then 𝐞𝟒 𝐞𝟓 and 𝐍𝐟𝟑 opened the game.",
    "a list": "The steps ⓐⓑⓒ of the plan, and the lines ⒶⒷ.",
    "flags": "From 🇩🇪 to 🇫🇷.",
    "signs": "© ® ™ № ℃ ℓ ½ ² ⅓",
    "Japanese": "ＮＨＫは２０２３年に放送した。",
    "Chinese": "中国ＡＩ公司在２０２３年成立。",
    "Korean": "한국의 ＫＢＳ 방송은 ２０２３년에 시작했다.",
    "one full-width letter": "The Ｂ and the Ａ.",
    "ligatures and accents": "The oﬃce, naïve, Ａ.",
    "East Asian signs": "The ferry，and the harbour。",
}


@for_each(SOUND)
def test_other_letters_are_not_found(text: str) -> None:
    assert found("styled-letters", article(text)) == []


def test_the_first_word_is_shown_and_the_others_are_counted() -> None:
    text = article("The 𝐟𝐞𝐫𝐫𝐲 𝐬𝐚𝐢𝐥𝐞𝐝, and Ｍｅｒｒｏｗ Ｐｏｓｔ saw it.")
    assert [(span, message) for _, span, message in found("styled-letters", text)] == [
        ("𝐟𝐞𝐫𝐫𝐲", "2 words in letters of another style, the first one here: “𝐟𝐞𝐫𝐫𝐲”"),
        (
            "Ｍｅｒｒｏｗ",
            "2 words and numbers in full-width characters, the first one here: “Ｍｅｒｒｏｗ”",
        ),
    ]


def test_the_title_is_repaired() -> None:
    text = article("Body.").replace("Ferry", "𝐅𝐞𝐫𝐫𝐲")
    assert fixed("styled-letters", text) == article("Body.")


def test_a_fix_that_would_make_a_byline_is_not_safe() -> None:
    [finding] = findings("styled-letters", article("Body.", head="𝐁𝐲 𝐀𝐝𝐚 Brook"))
    assert finding.fix is not None
    assert not finding.fix.safe


def test_words_that_are_quoted_are_uncertain() -> None:
    for text in (
        "She posted “𝓗𝓪𝓹𝓹𝔂 𝓦𝓲𝓷𝓽𝓮𝓻” there.",
        "The album “ｆｌｏｒａｌ ｓｈｏｐ” sold well.",
    ):
        [finding] = findings("styled-letters", article(text))
        assert finding.is_uncertain
    [finding] = findings("styled-letters", article("She “posted” 𝓗𝓪𝓹𝓹𝔂 𝓦𝓲𝓷𝓽𝓮𝓻 “there”."))
    assert not finding.is_uncertain
