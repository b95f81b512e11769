"""A paragraph that a page break cut in two is found, and what only looks like one is not."""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

FIRST = "The ferry to Skerry sailed on Monday with 61 passengers and the last"
SECOND = "remaining sacks of the winter’s mail on board."
AROUND = {
    "en": (
        "A ticket is twelve crowns, as it was in the autumn, and children sail free of charge.",
        "The harbour master of Norland welcomed the ferry with a short speech and a glass of beer.",
        "The ferry will sail to Skerry twice a week until the end of May, the captain said.",
    ),
    "de": (
        "Die Fahrkarte kostet zwölf Kronen, wie schon im letzten Herbst, und Kinder fahren frei.",
        "Der Hafenmeister von Norland hat das Schiff am Abend mit einer kleinen Rede begrüßt.",
        "Auch im Mai soll die Fähre zweimal in der Woche nach Skerry fahren, sagte die Reederei.",
    ),
    "ar": (
        "سعر التذكرة اثنتا عشرة كرونة كما كان في الخريف الماضي والأطفال يسافرون على متنها مجانا.",
        "قال مدير الميناء إن العبارة ستبحر إلى الجزيرة مرتين في الأسبوع حتى نهاية شهر مايو.",
    ),
}
WHOLE = f"{FIRST} {SECOND}"
MORE = "A ticket is twelve crowns, as it was in the autumn, and children sail free of charge."

SPLIT = {
    "in lower case": (FIRST, SECOND),
    "in lower case, quoted": (
        "The captain shown the islanders that the sound was still full of ice and",
        "“a little lively”.",
    ),
    "a short rest": (
        "The islanders hope that the old ferry and her crew will see another winter, as they",
        "did.",
    ),
    "a heading": (FIRST, f"### {SECOND}"),
    "a heading in upper case that is whole": (
        "The crew of the ferry has a new captain this spring, the islander Wanda",
        "### Eriksen of Skerry.",
    ),
    "an item": (f"- {FIRST}", SECOND),
    "a quote": (f"> {FIRST}", SECOND),
    "behind an article": (
        "In the evening the islanders lit a fire on the quay and waited for the",
        "Skerry ferry to come in.",
    ),
    "behind a preposition": (
        "Nach Angaben der Reederei waren an Bord 61 Passagiere und die Post von",
        "Skerry und Norland.",
    ),
    "behind a comma": (
        "The ferry calls at three harbours on her way, at Little Skerry, Norland,",
        "Kelsby and Merrow.",
    ),
    "behind a dash": (
        "Only one of the islanders stayed behind on the quay this time –",
        "Wanda Eriksen, who had no ticket.",
    ),
    "behind the start of a sentence": (
        "The ferry sailed on Monday with four cows and sacks of mail. The",
        "Skerry ferry sails twice in May.",
    ),
    "behind a possessive": (
        "On board were 61 passengers, four cows and all that was left of the winter’s",
        "Skerry mail.",
    ),
    "before an aside": (
        "The first to welcome them was the harbour master of Norland, Per Okland",
        "(61) and his dog.",
    ),
    "in a bracket": (
        "The ferry sailed with all that the island needs for the summer (flour, Norland",
        "Beer) on board.",
    ),
    "at a hyphen": (
        "The ferry to Skerry sailed on Monday for the first time, on her twenty-",
        "minute way over the sound.",
    ),
    "at a hyphen before upper case": (
        "The ferry sailed on Monday from the new quay beside the Karl-",
        "Marx-Allee in Norland.",
    ),
    "Spanish": (
        "El ferry zarpó el lunes con sesenta y un pasajeros a bordo y llegó a la isla por la",
        "tarde.",
    ),
    "Polish": (
        "Prom na wyspę wypłynął w poniedziałek po raz pierwszy od października z pocztą z",
        "Norlandu i Kelsby.",
    ),
    "Russian": (
        "Паром на остров вышел в понедельник впервые с октября, на борту было всего",
        "шестьдесят человек.",
    ),
    "Zulu, a name with a prefix": (
        "Isikebhe sahamba ngoMsombuluko okokuqala selokhu kwaba nguMfumfu siphethe izincwadi",
        "zaseSkerry.",
    ),
    "before a number": (
        "The ferry sailed on Monday for the first time since October, and on board were",
        "61 passengers, four cows and the mail.",
    ),
    "in a quotation": (
        "The captain of the ferry informed the islanders that the crossing had been “a little",
        "Skerry lively” but safe.",
    ),
    "French": (
        "Le bateau est parti lundi pour la première fois depuis octobre, et les gens de l’île qui "
        "attendaient sur le quai avec",
        "Wanda Eriksen ont applaudi.",
    ),
    "Hindi, before a postposition": (
        "सोमवार को स्केरी द्वीप के लिए नौका अक्टूबर के बाद पहली बार चली और उस पर इकसठ यात्रियों",
        "के साथ चार गायें भी थीं।",
    ),
    "Greek": (
        "Το πλοίο για το νησί σάλπαρε τη Δευτέρα για πρώτη φορά μετά τον Οκτώβριο από",
        "Νόρλαντ.",
    ),
}


@pytest.mark.parametrize(("first", "second"), SPLIT.values(), ids=SPLIT)
def test_a_paragraph_that_is_cut_is_found(first: str, second: str) -> None:
    [finding] = findings("split-paragraph", article(MORE, first, second))
    assert finding.message.startswith("the paragraph breaks off after “")


@pytest.mark.parametrize(("first", "second"), SPLIT.values(), ids=SPLIT)
def test_the_fix_joins_it(first: str, second: str) -> None:
    text = fixed("split-paragraph", article(MORE, first, second))
    assert findings("split-paragraph", text) == []
    blank = "" if first.endswith("-") else " "
    assert first + blank + second.lstrip("# ") in text


IN_ARTICLES = {
    "en": {
        "before a name": (
            "The ferry sailed on Monday for the first time since October. The first one of all "
            "those who welcomed",
            "Okland was the harbour master.",
        ),
        "inside a name": (
            "The ferry sailed on Monday for the first time since October, with 61 passengers and "
            "four cows. On board was the captain of the ferry in all these years, Wanda",
            "Eriksen, who had waited for this day.",
        ),
    },
    "de": {
        "behind an adjective": (
            "Die Fähre fährt nach dem Winter wieder, und an Bord waren nicht nur Passagiere, "
            "sondern auch vier Kühe und die Reste der winterlichen",
            "Post von Skerry.",
        ),
        "behind an adjective without an article": (
            "Die Fähre fährt nach dem Winter wieder, und an Bord waren nicht nur Passagiere, "
            "sondern auch vier Kühe und alte",
            "Briefe von Skerry und Norland.",
        ),
        "behind a numeral": (
            "Die Fähre fährt nach einem langen Winter wieder, an Bord waren 61 Passagiere und vier",
            "Kühe, wie die Reederei in Norland mitteilte.",
        ),
        "behind a number that has its unit elsewhere": (
            "Die Fahrkarte kostet 12 Kronen. Eine Karte für zehn Fahrten, die es nur auf dem "
            "Schiff gibt, kostet 80",
            "Kronen und gilt für den ganzen Sommer.",
        ),
        "before a name": (
            "Die Fähre fährt nach dem Winter wieder, und an Bord waren nicht nur Passagiere, "
            "sondern auch vier Kühe und die Post. Am Abend hat sie zuerst der Bürgermeister",
            "Okland aus Norland begrüßt.",
        ),
    },
    "ar": {
        "behind a preposition": (
            "أبحرت العبارة إلى الجزيرة يوم الاثنين وعلى متنها واحد وستون راكبا وأربع بقرات من",
            "نورلاند وكيلسبي.",
        ),
    },
}
WITH_AROUND = [
    pytest.param(AROUND[language], *halves, id=f"{language}, {name}")
    for language, splits in IN_ARTICLES.items()
    for name, halves in splits.items()
]


@pytest.mark.parametrize(("around", "first", "second"), WITH_AROUND)
def test_the_rest_of_the_article_shows_its_language(
    around: tuple[str, ...], first: str, second: str
) -> None:
    text = fixed("split-paragraph", article(*around, first, second))
    assert f"{first} {second}" in text
    assert findings("split-paragraph", text) == []


DENSE = {
    "Japanese": (
        "フェリーは月曜日、十月以来初めて島へ向けて出航した。乗客六十一人と牛四頭、それに冬の間の最後の",
        "郵便物を載せていた。船長は海が少し荒れていたと話した。",
    ),
    "Chinese": (
        "渡轮于星期一恢复开航，这是自去年十月以来的第一次。船上载有六十一名乘客、四头牛以及冬天最后一批",
        "邮件。船长说，海上有些颠簸，但是乘客们都很高兴。",
    ),
}
PLAIN = [
    "船票价格与去年秋天时完全一样，是十二克朗。",
    "咖啡馆要到五月才开门营业，居民们说。",
    "下一班船明天早上八点开出，船长说。",
    "儿童可以免费乘坐渡轮前往岛上，公司说。",
]


@pytest.mark.parametrize(("first", "second"), DENSE.values(), ids=DENSE)
def test_scripts_without_case_are_reported_by_a_lacking_stop(first: str, second: str) -> None:
    text = article(first, second, *PLAIN)
    assert len(findings("split-paragraph", text)) == 1
    assert first + second in fixed("split-paragraph", text)


BETWEEN = [
    "2",
    "- 2 -",
    "Page 2 of 5",
    "Seite 2 von 5",
    "2/5",
    "<https://skerrynews.example/ferry>",
    "![ferry](#)",
]
BETWEEN += ["Ferry Runs Again", "March 14, 2023", "14/03/2023", "***", "2\n\nFerry Runs Again"]


@pytest.mark.parametrize("between", BETWEEN)
def test_the_edge_of_a_page_may_stand_between_the_halves(between: str) -> None:
    assert fixed("split-paragraph", article(MORE, FIRST, between, SECOND)) == article(
        MORE, WHOLE, between
    )


def test_running_heads_that_differ_by_a_number_may_be_between() -> None:
    heads = [f"The Merrow Gazette – Sunday, March 12, 2023 – Page {page}" for page in (2, 3)]
    text = article(MORE, FIRST, heads[0], SECOND, MORE, FIRST, heads[1], SECOND)
    assert len(findings("split-paragraph", text)) == 2
    once = article(MORE, FIRST, heads[0], SECOND)
    assert findings("split-paragraph", once) == []


def test_blank_lines_may_stand_between_the_halves() -> None:
    assert fixed("split-paragraph", article(MORE, FIRST, "\n\n" + SECOND)) == article(MORE, WHOLE)


def test_the_gap_may_be_one_that_the_page_break_left() -> None:
    text = f"# Ferry Runs Again\n\n{FIRST}\n\n\n\n{SECOND}\n\n{MORE}\n"
    assert fixed("split-paragraph", text) == f"# Ferry Runs Again\n\n{WHOLE}\n\n{MORE}\n"


def test_a_suspended_hyphen_keeps_its_blank() -> None:
    first = "The ferry to Skerry sailed on Monday for the first time, now on a two-"
    assert f"{first} and three-hour" in fixed(
        "split-paragraph", article(first, "and three-hour trip.")
    )


def test_the_finding_is_at_the_last_word_of_the_first_half() -> None:
    message = "the paragraph breaks off after “last” and continues with “remaining”"
    assert found("split-paragraph", article(MORE, FIRST, SECOND)) == [("7:65", "last", message)]
    assert expected("split-paragraph", article(FIRST, SECOND)) == [
        "one paragraph: “… last remaining …”"
    ]


def test_a_paragraph_may_be_cut_twice() -> None:
    assert len(findings("split-paragraph", article(MORE * 20, FIRST, FIRST.lower(), SECOND))) == 2


WHOLE_ONES = {
    "a quotation that ends with a comma": (
        "The captain was very respectful on board. (She) said, ‘I am here to let you know,’”",
        "But, Reed said later, the hopes for a new ferry remain slim without the county.",
    ),
    "comments of readers": (
        "只要不让它们把船转移出去。。。。烂在港口里问题不大。。。。如果被掏空。不堪设想",
        "疑点无法从报告中得到合理的解释。另外渡轮的利润是从哪里来的？",
    ),
    "sentences": (WHOLE, MORE),
    "a colon": (FIRST + " of these:", "remaining sacks of mail, and four cows."),
    "in lower case behind a stop": (WHOLE, "iPhones do not work on the island."),
    "a short line": ("Wanda Eriksen, captain", "remaining in office until May"),
    "a brand": (FIRST, "iPhones do not work on the island."),
    "an address": (FIRST, "https://skerrynews.example/ferry"),
    "a host": (FIRST, "skerrynews.example.com/ferry has the timetable"),
    "a byline": (FIRST, "by Ada Brook"),
    "an account": (FIRST, "@skerrynews has the timetable of the ferry."),
    "a cross-heading": (
        "The ferry to Skerry sails again after a long winter in the harbour",
        "Wanda Eriksen is the captain.",
    ),
    "a heading": (FIRST, "### The Winter Without a Ferry"),
    "a heading that asks": (
        "The ferry to Skerry sails again after a long winter in the harbour",
        "### Who is on board?",
    ),
    "a label": (
        "Related: What the islanders pay for the ferry and what they would like to",
        "Skerry Has Its Ferry Back.",
    ),
    "a caption": (
        "The ferry. She sailed on Monday with 61 passengers and four cows. Photo: Ada Brook of",
        "The mail was on board.",
    ),
    "an entry before a letter": (FIRST + " mail;", "b) remaining sacks of mail."),
    "a lone word": (FIRST, "share"),
    "a source of a quotation": (
        "“Nothing is as slow as a ferry that does not sail at all, and nothing is as long as the "
        "winter without her on the pier. I know it.” — Henry Holm",
        "The islanders know him.",
    ),
    "a cross-heading in the paragraph": (
        "The ferry sailed on Monday with 61 passengers and four cows, and with all that was left "
        "of the mail. Skerry waits for the mail",
        "Skerry has had no mail since October.",
    ),
    "items of a list": (FIRST + "; and", "Remaining sacks of mail on board."),
    "a post": (f"{FIRST} — Ida Holm (@idaholm) March 14, 2023", "remaining sacks went by air"),
    "a separator at the end": (FIRST, "***"),
    "nothing behind": (WHOLE, FIRST),
    "a field": (FIRST, "title: the ferry runs again on Monday"),
    "a dateline": (FIRST, "KELSBY — remaining sacks of mail went on board on Monday."),
    "the label of a URL": (FIRST, "original url: there is none."),
    "a mark alone": (f"{FIRST}\n>", "remaining sacks of mail went on board."),
    "a quotation": (f"“{FIRST} sacks.”", "remaining calm was all"),
    "footnotes at the end": (f"{WHOLE}[12] [a]", "remaining sacks went by air."),
    "a comma before the next letter": (FIRST + " mail,", "b) remaining sacks of mail,"),
    "a salutation": (
        "Liebe Freundinnen und Freunde der Fähre, der Inseln und der langsamen Reisen,",
        "am Montag ist es endlich so weit: die Fähre nach Skerry fährt wieder.",
    ),
    "a pull quote that ends with a preposition": (
        "> The ferry to Skerry is the kind of ship that islanders write long songs about",
        "There is a song about it in every house of the island.",
    ),
    "a way that ends in a date": (
        "Accueil > Actualités > Décisions de l’assemblée générale des marins du mardi 10 septembre",
        "mercredi 11 septembre 2019",
    ),
}


@pytest.mark.parametrize(("first", "second"), WHOLE_ONES.values(), ids=WHOLE_ONES)
def test_what_is_whole_is_left_alone(first: str, second: str) -> None:
    assert found("split-paragraph", article(MORE, first, second)) == []


def test_a_standfirst_without_a_full_stop_is_left_alone() -> None:
    first = (
        "The ferry sails again. What it costs, when it leaves, who the captain is and what else "
        "you have to know about the crossing to Skerry and Norland"
    )
    assert found("split-paragraph", article(first, WHOLE, MORE, MORE)) == []


def test_a_german_verb_in_two_parts_ends_a_sentence() -> None:
    first = "Das Fest der Reederei findet jedes Jahr am ersten Sonntag im Mai im Hafen statt"
    assert found("split-paragraph", article(*AROUND["de"], first, "Die Musik spielt.")) == []
    open_word = "Zum Fest fahren dieses Jahr viele mit dem neuen Boot der Reederei statt"
    text = article(*AROUND["de"], open_word, "mit der alten Fähre.")
    assert len(found("split-paragraph", text)) == 1


def test_a_small_latin_letter_among_chinese_begins_nothing() -> None:
    first = "2023-03-14 12:11来源：梅罗港口渡轮日报网站作者：林若溪"
    text = article(PLAIN[0], first, "渡轮日报e公司讯，渡轮于星期一恢复开航。", *PLAIN)
    assert found("split-paragraph", text) == []


NO_PROSE = {
    "a caption with its credit": "船长说，海上有些颠簸，但是船上的乘客们都很高兴。 船长母亲供图",
    "a caption and a photographer": "渡轮等待首次开航。本文图片除特别标注外均为本报记者林若溪 图",
    "date, source and author": "2023-03-14 12:11来源：渡轮日报网。作者：林若溪",
    "a comment without a full stop": "渡轮又开了，何乐不为？海上没有绝对的风浪，只有绝对的船长",
    "an advert": "渡轮年度人物评选火热进行中！快来投票选出你心目中的船长",
}


def test_a_chinese_sentence_may_begin_with_a_day() -> None:
    first = "【渡轮日报】联盟公布渡轮竞争力二十强，梅罗第四！岛上还有这4个城市跻身前20"
    text = article(PLAIN[0], first, "9月25日晚间，公司公布了报告，渡轮照常开航。", *PLAIN[:1])
    assert found("split-paragraph", text) == []


@pytest.mark.parametrize("first", NO_PROSE.values(), ids=NO_PROSE)
def test_chinese_lines_that_are_no_prose_are_left_alone(first: str) -> None:
    text = article(PLAIN[0], first, "渡轮于星期一恢复开航。", *PLAIN)
    assert found("split-paragraph", text) == []


def test_a_verb_at_the_end_is_left_alone() -> None:
    around = ["स्केरी द्वीप के लोग सर्दियों के बाद नौका का इंतजार कर रहे थे और वे बहुत खुश थे।"] * 4
    first = "सोमवार को नौका पहली बार चली। उस पर इकसठ यात्री थे और कप्तान ने सबका स्वागत किया"
    second = "द्वीप पर अगली नौका शुक्रवार को आएगी।"
    assert found("split-paragraph", article(*around, first, second)) == []
    assert (
        len(findings("split-paragraph", article(*around, first.removesuffix(" किया"), second))) == 1
    )


def test_lines_of_a_list_are_left_alone() -> None:
    lines = ["The captain of the ferry, who has waited for this day all winter, will be there for"]
    lines += ["The harbour master of Norland will be there, and his dog, as they were the year"]
    assert found("split-paragraph", article(MORE, *lines * 2, "The ferry sails.")) == []


def test_an_article_that_writes_in_lower_case_is_left_alone() -> None:
    assert found("split-paragraph", article(*[FIRST.lower()] * 9)) == []
    assert found("split-paragraph", article(*[SECOND] * 4, FIRST, SECOND)) == []


def test_no_fix_where_the_content_is_no_text() -> None:
    [finding] = findings("split-paragraph", article(FIRST, SECOND).encode() + b"\xff\n")
    assert finding.fix is None


NEW_SENTENCES = {
    "en": (
        "A night on the island costs little, and whoever likes birds can try their luck with",
        "This small boat sails on Friday, and nobody on the island knows what a ticket costs.",
    ),
    "de": (
        "Eine Nacht auf der Insel kostet wenig, und wer Vögel mag, versucht sein Glück mit der",
        "Das kleine Boot fährt am Freitag, und niemand auf der Insel kennt den Preis der Karte.",
    ),
}


@pytest.mark.parametrize("name", NEW_SENTENCES)
def test_what_follows_may_be_another_sentence(name: str) -> None:
    first, second = NEW_SENTENCES[name]
    text = article(*AROUND[name], first, second)
    [finding] = findings("split-paragraph", text)
    last, word = first.split()[-1], second.split()[0]
    assert finding.message == (
        f"the paragraph breaks off after “{last}”, and “{word}” may start another sentence"
    )
    assert (finding.fix, finding.expected) == (None, "the rest of the paragraph")


@pytest.mark.parametrize("second", ["The Hague and Skerry on Friday.", "Skerry that day."])
def test_a_name_continues_the_sentence(second: str) -> None:
    first = "The ferry has a new captain this spring, the first who has lived her whole life in"
    [finding] = findings("split-paragraph", article(*AROUND["en"], first, second))
    assert "continues with" in finding.message
    assert finding.fix is not None


def test_the_byline_and_the_date_between_an_intro_and_the_body_are_kept() -> None:
    text = f"# T\n\n{FIRST}\n\nBy Ada Brook\n\nMarch 14, 2023\n\n\n\n{SECOND}\n\nIt is late.\n"
    joined = f"# T\n\n{WHOLE}\n\nBy Ada Brook\n\nMarch 14, 2023\n\nIt is late.\n"
    assert fixed("split-paragraph", text) == joined


def test_an_intro_above_the_byline_is_joined_to_the_first_block_below_it() -> None:
    text = f"# T\n\n{FIRST}\n\nBy Ada Brook\n\n{SECOND}\n\nThe sea\n\nIt is late.\n"
    assert (
        fixed("split-paragraph", text)
        == f"# T\n\n{WHOLE}\n\nBy Ada Brook\n\nThe sea\n\nIt is late.\n"
    )
