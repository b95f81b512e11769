"""Lost apostrophes are one finding; words and letters that look alike are none."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, expected, findings, found

LOST = {
    "negations": "The mayor couldn t wait, and she didn t.",
    "a negation beside an apostrophe": "It's late, but he wouldn t go.",
    "a pronoun and is": "She said it s late on the quay.",
    "we and have": "We ve seen the pier before.",
    "they and are": "They re late, and the ferry left.",
    "I and will": "I ll take the ferry, he said.",
    "joined negations": "The crew dont know, and the office didnt say.",
    "joined pronouns": "Theyre late, said the captain, and youve missed it.",
    "a possessive": "The harbour s new plan was shown.",
    "I and would": "I d take the ferry, he said.",
    "o clock": "At ten o clock the ferry left.",
    "French": "Le maire dit qu il attend. C est la vie, aujourd hui.",
    "French, joined": "Aujourdhui les bateaux partent, cest certain, et quil vente.",
    "French, elided": "Il boit de l eau dans une tasse, et d une main il la pose. Les bateaux.",
    "French, before names": "Les pays dEurope et ceux dAsie sont dans une union.",
    "French, with the word beside": "Les entreprises. Une entreprise, dans lentreprise, "
    "lindustrie et lélection. Une industrie, une élection.",
    "Italian, elided": "Il porto che dell isola si vede, e l acqua che lo bagna.",
    "Turkish": "Skerry nin limanı ve Norland ın gemisi bir gün Norland daki limana geldi.",
    "one word": "The crew dont know when the ferry leaves.",
    "quotation marks": "The ‘ferry’ is late, and it s full. They re waiting.",
    "beside one that is left": "It's late. The crew dont know, isnt here and wont ask. Theyre off.",
    "English, beside one that is left": "It's late. The mayor s plan, she s off, we re here.",
    "French, beside one that is left": "L’eau monte dans l air, et d une main l homme la prend.",
    "days": "In todays paper and in yesterdays, the mayor spoke.",
    "Turkish, joined": "Türkiyede bir gemi ve İstanbulun limanı için Ankaradan geldi.",
    "late in a long text": f"{'The ferry sailed on Monday. ' * 120}The crew didnt say so.",
    "a possessive of another plural": "The countrys ferry is late, and so is the citys.",
    "a possessive of a place": "The mayor of Norways port.",
    "Italian": "Il sindaco dell anno scorso e l uomo che parla dell economia.",
    "Catalan": "Els veïns diuen que c est així: l any passat i l ajuntament.",
    "a title": "The mayor can wait.\n\nI m sure he won t. It s the mayor s plan.",
}

SOUND = {
    "English": "It's late. They didn't go, and it’s the boys' boat.",
    "a social post": "She's late. “dont know,” he wrote, “didnt ask.”",
    "French, one of many": "L’eau d’une mer qu’il a vue dans l’air, c’est d un et l un.",
    "French words": "Les amis dans une maison, dont les uns dînent, sont dans la lune, une fois.",
    "a French list": "Les points c et d, dans une liste: l, m et n.",
    "a Turkish name": "Skerry Norland bir gemi ve bu liman için nin adlı bir ada.",
    "words": "The wont of a hell well shell, were its cant and lets.",
    "letters": "The plan s and t, or i and m; vitamins B and C in the blood.",
    "Czech": "Starosta přijel s manželkou a s dětmi v sobotu k řece s lodí.",
    "Slovene": "Župan je prišel s čolnom in se s težavo vrnil.",
    "French": "Le maire dont les bateaux partent, dune et quelle.",
    "Spanish": "El barco de la isla sale hoy de la ciudad.",
    "German": "Das Boot im Hafen, dont wurde nicht gesagt, didnt.",
    "Vietnamese": "Tàu chạy lúc 8 giờ sáng, ông d và bà c.",
    "chemistry": "In the cell, the n and t values, and s t u.",
    "plurals": "The two Koreas, the Americas and all the Russias; the Kennedys, days and turkeys.",
    "Turkish words": "Türkiye bir gemi ve İstanbul limanı için Ankara ile ocakta nisanda geldi.",
    "English possessives": "The harbours plan and Norlands ferry are late, the Mondays plan.",
    "a shirt": "In t shirt and jeans the captain stood in the wind.",
}


@for_each(LOST)
def test_lost_apostrophes_are_one_finding(text: str) -> None:
    assert len(found("lost-apostrophe", article(text))) == 1


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("lost-apostrophe", article(text)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The mayor couldn t go.", "an apostrophe is lost: “couldn t”"),
        ("It s the pier. We re here.", "apostrophes are lost: “It s” and “We re”"),
        (
            "It s the council s plan. We re here, he didn t. They ve gone.",
            "apostrophes are lost: “It s”, “council s”, “We re” and 2 more",
        ),
    ],
)
def test_the_first_words_are_shown(text: str, message: str) -> None:
    [finding] = findings("lost-apostrophe", text)
    assert finding.message == message
    assert finding.fix is None


RIGHT = {
    "The crew dont know.": "don’t",
    "The captain of the ferry said theyre late.": "they’re",
    "Youll see that the ferry is on time.": "You’ll",
    "At ten oclock, she said, heres the ferry.": "o’clock",
    "Theyd see the pier of the town.": "They’d",
    "The countrys ferry is late.": "country’s",
    "And thats the end of the pier.": "that’s",
    "The mayor couldn t go.": "couldn’t",
    "Les pays dEurope et ceux dAsie sont dans une union.": "d’Europe",
    "Aujourdhui les bateaux partent, cest certain, et quil vente.": "Aujourd’hui",
    "Les bateaux, lorsquil vente, et jusqu à midi. Une mer dans la nuit.": "lorsqu’il",
}


@pytest.mark.parametrize(("text", "right"), RIGHT.items())
def test_the_word_with_its_apostrophe_is_expected(text: str, right: str) -> None:
    assert expected("lost-apostrophe", article(text)) == [right]


def test_ukrainian_is_found() -> None:
    text = article("Пять обєктів є на острові, і звязок є.", "Пам’ятник і об’єкт є.")
    assert [span for _, span, _ in found("lost-apostrophe", text)] == ["обєктів"]
    sound = "Святковий обід і цвях є, морквяний сік і обєднання є, бо звʼязок є."
    assert found("lost-apostrophe", article(sound)) == []
