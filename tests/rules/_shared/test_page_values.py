"""Pages that are known by their form, and articles that look like them."""

import pytest

from tests.rules.cases import article, findings

SENTENCE = (
    "The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers, "
    "four cows and all of the winter’s mail on board."
)
OTHER = (
    "The council decided in January to repair the pier, which the storm of last autumn had "
    "damaged, and to pay for it with the money of the region."
)
"""What S and T stand for as a block; ¶ is between two blocks."""

PAGES = {
    "weather": (
        (
            "Skerry weather ¶ Today 12° / 6° ¶ Humidity: 80% ¶ Wind: NW 12 mph ¶ Sunrise: 6:41 ¶ "
            "Sunset: 18:02"
        ),
        (
            "Wetter Skerry ¶ Heute: 12° ¶ Luftfeuchte: 80 % ¶ Wind: NW, 20 km/h ¶ "
            "Sonnenaufgang: 6:41 "
            "Uhr"
        ),
        (
            "Météo Skerry ¶ Aujourd’hui 12° ¶ Humidité : 80 % ¶ Vent : 20 km/h ¶ Lever du "
            "soleil : 6 "
            "h 41"
        ),
        "스케리 날씨 ¶ 오늘 12도 ¶ 습도 80% ¶ 풍속 3m/s ¶ 일출 06:41 ¶ 일몰 18:02",
        "Tempo em Skerry ¶ Hoje 12° ¶ Umidade 80% ¶ Vento 20 km/h ¶ Nascer do sol 6h41",
    ),
    "market-data": (
        "SKR ¶ Open\n12.3 ¶ High\n12.9 ¶ Low\n12.0 ¶ Market cap\n1.2B ¶ P/E ratio\n14",
        (
            "Skerry Fähren AG ¶ Kurs: 12,30 EUR ¶ WKN: A1SKRY ¶ Eröffnung: 12,10 ¶ "
            "Tageshoch: 12,90 ¶ "
            "KGV: 14"
        ),
        "スケリー汽船 ¶ 始値 1,230 ¶ 高値 1,290 ¶ 安値 1,200 ¶ 出来高 12,300株",
        "Skerry Ferries ¶ Apertura 12,3 ¶ Máximo 12,9 ¶ Mínimo 12,0 ¶ Cierre anterior 12,1",
    ),
    "comments": (
        (
            "Comments on: Ferry Runs Again ¶ Ida says: ¶ March 4, 2016 at 9:12 am ¶ At last, we "
            "waited all winter for this. ¶ Reply ¶ Tom says: ¶ March 4, 2016 at 9:40 am ¶ "
            "Not cheap, "
            "though. ¶ Reply ¶ Ana says: ¶ March 4, 2016 at 10:01 am ¶ See you on board! ¶ Reply"
        ),
        (
            "Kommentare ¶ Ida ¶ vor 3 Stunden ¶ Endlich! ¶ Antworten ¶ Tom ¶ vor 2 Stunden "
            "¶ Teuer. ¶ "
            "Antworten ¶ Ana ¶ vor 1 Stunde ¶ Bis bald! ¶ Antworten | Melden"
        ),
        (
            "Комментарии ¶ Ида ¶ Наконец-то! ¶ Ответить ¶ Том ¶ Дорого. ¶ Ответить ¶ Анна ¶ До "
            "встречи! ¶ Ответить"
        ),
    ),
    "poll": (
        "Poll: Is the ferry too expensive? ¶ Yes ¶ No ¶ Vote ¶ View results",
        "Sondage : le ferry est-il trop cher ? ¶ Oui ¶ Non ¶ Voter ¶ Voir les résultats",
        "Опрос: дорог ли паром? ¶ Да ¶ Нет ¶ Голосовать ¶ Результаты опроса",
    ),
    "database-export": (
        (
            "Ferry Runs Again ¶ S ¶ T ¶ Citation (APA Style): Brook, A. (2023, March 14). "
            "Ferry Runs "
            "Again. Skerry Post, p. A1. Available from NewsBank: Access World News: "
            "https://infoweb.newsbank.com/apps/news/document-view?p=AWNB&docref=news/1"
        ),
        (
            "Ferry Runs Again ¶ Skerry Post, The (NJ) - March 14, 2023 - page A1 ¶ "
            "Author/Byline: ADA "
            "BROOK, Staff ¶ Section: News ¶ S ¶ Record: 0F2A1B3C"
        ),
    ),
    "recipe-card": (
        "Fish Soup ¶ Prep time: 10 min ¶ Cook time: 20 min ¶ Serves 4 ¶ Ingredients ¶ - 500 g cod",
        "Fischsuppe ¶ Zubereitungszeit: 20 Min ¶ Portionen: 4 ¶ Zutaten ¶ - 500 g Dorsch",
    ),
    "advert": (
        "Boots ¶ Waterproof and warm ¶ £49.99 ¶ Add to basket",
        "Casino ¶ Free spins for new players ¶ 18+. Please gamble responsibly.",
        (
            "Deckhand wanted ¶ Full-time ¶ What we offer ¶ Apply online today ¶ Equal opportunity "
            "employer"
        ),
    ),
    "gallery": (
        (
            "The Ferry Returns ¶ The ferry at the quay. (Photo by Ada Brook) ¶ Passengers wait for "
            "the ramp. (Photo by Ada Brook) ¶ A cow looks back. (Photo by Ada Brook) ¶ The captain "
            "waves. (Photo by Tom Reed)"
        ),
        (
            "Die Fähre ist zurück ¶ 1 / 3 ¶ Die Fähre am Kai. ¶ 2 / 3 ¶ Die Rampe. ¶ 3 / 3 ¶ Der "
            "Kapitän."
        ),
        (
            "Le retour du ferry ¶ Le ferry à quai. Photo : Ada Brook ¶ La rampe descend. "
            "Photo : Ada "
            "Brook ¶ Une vache se retourne. Photo : Ada Brook ¶ Le capitaine salue. Photo : "
            "Tom Reed"
        ),
    ),
}
ARTICLES = (
    (
        "Skerry Weather Turns ¶ Feels like winter: the wind was so strong on Monday that the ferry "
        "stayed. ¶ S ¶ T"
    ),
    "How Humidity Hurts Wood ¶ ### Humidity ¶ S ¶ ### Wind ¶ T ¶ ### Pressure ¶ S",
    (
        "Wetter: Sturm über Skerry ¶ Am Montag fiel der Luftdruck auf 980 Hektopascal, am "
        "Abend kam "
        "der Regen, und die Luftfeuchtigkeit stieg auf 95 Prozent, sagte der Wetterdienst. ¶ Der "
        "Sonnenaufgang am Dienstag war um 6.41 Uhr, doch niemand sah ihn, denn die Wolken "
        "hingen bis "
        "zum Mittag tief über dem Hafen."
    ),
    "Sunrise Ceremony on Skerry ¶ Sunrise was at 6:41. ¶ S ¶ Sunset: the end of a long day. ¶ T",
    (
        "Weather Helps the Ferry ¶ Wind fell on Monday. ¶ Rain stopped. ¶ High waves were "
        "gone. ¶ S ¶ "
        "T"
    ),
    (
        "Ferry Shares Open High ¶ Open sea, high hopes: the shares rose by 12 per cent on "
        "Monday. ¶ S "
        "¶ Volume was high. ¶ T"
    ),
    (
        "Skerry Ferries Results ¶ Dividend: 10p. ¶ Market cap: 1.2 billion. ¶ P/E ratio: "
        "14. ¶ S ¶ S "
        "¶ T"
    ),
    (
        "Kurs der Fähre ¶ Eröffnung des Hafens war am Montag um zehn, und bis zum Mittag "
        "kamen mehr "
        "als tausend Leute an den Kai. ¶ Vortag und Schlusskurs sind Wörter, die hier "
        "niemand kennt, "
        "sagte die Kapitänin der Fähre."
    ),
    (
        "Markets at a Glance ¶ Stocks rose on Monday as the ferry sailed, with gains in all of the "
        "sectors. ¶ FTSE: 7,012 up 12 ¶ DAX: 14,012 up 30 ¶ Dow: 33,012 down 3"
    ),
    (
        "What Readers Say ¶ S ¶ “At last,” says Ida. ¶ “Not cheap,” says Tom. ¶ “See you,” "
        "says Ana. "
        "¶ T"
    ),
    "Ten Questions for the Captain ¶ Holm says: ¶ S ¶ Reply ¶ T ¶ Holm says: ¶ S ¶ Reply ¶ T",
    (
        "Ferry Runs Again ¶ S ¶ T ¶ S ¶ T ¶ S ¶ T ¶ Ida says: ¶ At last! ¶ Reply ¶ Tom "
        "says: ¶ Good. "
        "¶ Reply ¶ Ana says: ¶ Yes! ¶ Reply"
    ),
    "Interview ¶ S ¶ Antworten ¶ T ¶ Antworten gibt es erst am Montag, sagte sie. ¶ S",
    (
        "Poll: Most Islanders Want a Bridge ¶ Yes, say 61 per cent of those asked in a "
        "survey of the "
        "island council. ¶ S ¶ T"
    ),
    (
        "Umfrage: Mehrheit für die Brücke ¶ Ja sagten 61 Prozent der Befragten, Nein sagten "
        "30, und "
        "der Rest wollte nichts dazu sagen. ¶ Die Umfrage lief im März, gefragt wurden "
        "tausend Leute "
        "auf der ganzen Insel, sagte die Kapitänin."
    ),
    "Yes or No? ¶ No. ¶ Yes. ¶ Maybe. ¶ S ¶ T",
    (
        "Sondage : le pont divise ¶ Oui, disent 61 % des habitants interrogés en mars par "
        "la mairie "
        "de l’île, non, disent les autres. ¶ S"
    ),
    (
        "NewsBank Buys an Archive ¶ NewsBank bought the archive of the Skerry Post on Monday, and "
        "readers can use it at newsbank.com from May. ¶ S ¶ T"
    ),
    (
        "A Record Page ¶ Section: the new name of a street. ¶ S ¶ Memo: buy fish. ¶ T ¶ Record: 12 "
        "days without a storm."
    ),
    "Fish Soup Wins Prize ¶ S ¶ Ingredients: patience, cod and time. ¶ T ¶ Serves everyone.",
    (
        "A Soup for the Storm ¶ S ¶ T ¶ Serves 4 ¶ - 500 g cod ¶ - 2 onions ¶ Boil the onions in "
        "butter until they are soft, then add the fish, and let it all cook for ten "
        "minutes. ¶ Season "
        "the soup with salt and pepper, and serve it with the bread of the day before."
    ),
    "Zutaten für den Sieg ¶ S ¶ Zutaten sind Mut und Fisch. ¶ T",
    "Store Closes ¶ “Add to cart” was all she read. ¶ S ¶ T",
    (
        "Casinos Have to Act ¶ S ¶ The companies have to print “Please gamble responsibly” on each "
        "page, the council said. ¶ T"
    ),
    (
        "Ferry Jobs ¶ The company is an equal opportunity employer, it said on Monday, and "
        "looks for "
        "ten deckhands. ¶ S ¶ T"
    ),
    (
        "The Ferry Returns ¶ S ¶ The ferry at the quay. (Photo by Ada Brook) ¶ T ¶ A cow "
        "looks back. "
        "(Photo by Ada Brook) ¶ S ¶ The captain waves. (Photo by Tom Reed) ¶ T"
    ),
    "Three Rules ¶ 1 / 3 ¶ S ¶ T ¶ S ¶ T ¶ S ¶ 2 / 3 ¶ S ¶ T ¶ S ¶ T ¶ 3 / 3 ¶ S ¶ T ¶ S",
    (
        "Brought by Reuters ¶ The ferry sailed on Monday. (Reuters) ¶ The council met. (Reuters) ¶ "
        "The ferry sailed on Monday. (AP) ¶ T"
    ),
    "Match Report ¶ S ¶ 1-0 ¶ T ¶ 2 / 3 of the crowd had gone. ¶ S",
)
CASES = [(kind, page) for kind, pages in PAGES.items() for page in pages]


@pytest.mark.parametrize(("kind", "page"), CASES)
def test_a_page_is_reported_with_its_kind(kind: str, page: str) -> None:
    title, *blocks = blocks_of(page)
    [finding] = findings("not-an-article", article(*blocks).replace("Ferry Runs Again", title, 1))
    assert finding.kind == kind


@pytest.mark.parametrize("page", ARTICLES)
def test_an_article_like_it_is_not(page: str) -> None:
    title, *blocks = blocks_of(page)
    text = article(*blocks, head="By Ada Brook\n\nMarch 14, 2023")
    assert findings("not-an-article", text.replace("Ferry Runs Again", title, 1)) == []


def blocks_of(page: str) -> list[str]:
    """Return the blocks of a page."""
    return [{"S": SENTENCE, "T": OTHER}.get(block, block) for block in page.split(" ¶ ")]


def test_rows_of_a_table_may_be_lines_of_one_block() -> None:
    lines = ("Humidity: 80%", "Wind: 12 mph", "Sunrise: 6:41", "Sunset: 18:02")
    [finding] = findings("not-an-article", article("\n".join(lines)))
    assert finding.kind == "weather"
    assert findings("not-an-article", article("\n".join(lines[:2]))) == []
