"""Lines of a page are found by their form, and sentences with the same words are not."""

import pytest

from corpusfmt.rules._shared import page_lines
from corpusfmt.rules._shared.blocks import HEAD
from tests.for_each import for_each_text
from tests.rules.cases import article, found

BODY = "The first ferry since October sailed on Monday with 61 passengers on board."
MORE = "The next one sails on Friday, with the mail and four cows."

ANYWHERE = [
    "Verfasst von Ada Brook am 3. Mai 2012 um 09:14 Uhr",
    "Publicado por: Ana Lind | 12/03/2013 14:22",
    "Posted by: skerry cpa, 04 Oct 2011 | 10:02",
    "Issued on: Modified:",
    "Published: Updated:",
    "Veröffentlicht: Aktualisiert:",
    "Loading ferry data ...",
    "Loading Tide Tables…",
    "Cargando comentarios…",
    "Загрузка комментариев...",
    "加载中…",
    ">> READ ON THE HARBOUR: Ferry passengers face winter without a boat",
    "Episode Description:",
    "[+] Enlarge",
    "Podcast: Play in new window | Download",
    "ADD TO CART: Model of the Skerry ferry",
    "【免责声明】本文仅代表作者本人观点，与斯凯里网无关。",
    "（原题为《渡轮恢复开航》）",
    "点击数：3121",
    "Just a heads up, some of the links on Skerry News are affiliate links. "
    + "If you buy a model of the ferry there, we earn a small commission, which pays for paper."
    + " It rains." * 8,
    "您所在的位置： 首页 > 快讯 > 港口",
    "关键词 >> 渡轮,港口",
    "📲 Confira as últimas notícias de Skerry",
    "📲 Acompanhe o Porto de Skerry no Instagram e no Facebook",
    "👉 Follow us on Facebook",
]

AT_THE_END = [
    "Previous articleFerry Stays in the Harbour",
    "Next article Winter Without a Ferry",
    "Next post: Winter Without a Ferry",
    "Vorheriger ArtikelFähre bleibt im Hafen",
    "Artículo anteriorEl barco se queda en el puerto",
    "Предыдущая статьяПаром остаётся в порту",
    "下一篇：没有渡轮的冬天",
    "前の記事渡し船、港に残る",
    "المقالة السابقةالعبارة تبقى في الميناء",
    "For more on ferries and news of the islands please visit Skerry News.",
    "For more news from the islands, visit skerrynews.example",
    "Pour plus d'actualités sur les îles, rendez-vous sur skerrynews.example",
    "Para más noticias sobre las islas, visite skerrynews.example",
    "Mehr Nachrichten aus Skerry finden Sie auf skerrynews.example.",
    "A weekly newsletter listing the five most popular stories of Skerry News.",
    "You can hear this story every morning by subscribing to Skerry Daily, our news podcast.",
    "Harbour News top headlines for May 3",
    "Otras noticias de Skerry",
    "More must-reads from The Harbour",
    "（记者 张三）",
    "(记者 李四 通讯员 王五)",
    "责编：李四 校对：王五",
    "編輯 李四 校對 王五",
    "監製：李四",
    "(本文来自斯凯里新闻，更多资讯请下载“斯凯里新闻”APP)",
    "Temas",
    "话题",
]

PROSE = [
    "Loading the ferry took the whole morning...",
    "Loading ferries is hard work.",
    "Cargando con la culpa, el capitán dimitió.",
    "Posted by the harbour office in May, the notice was read by all.",
    "Posted by Ada Brook, the picture of the ferry was seen by thousands on 3 May 2012.",
    "Ada Brook says:",
    "Published reports:",
    "Otras noticias de la isla llegaron el lunes con el transbordador.",
    "More must-reads from the library are on the shelf by the door.",
    "Latest news from the islands was that the ferry had sailed.",
    "Most read in the evening, some at night.",
    "READ ON the wall of the harbour: a new timetable.",
    "Read on the quay: the ferry sails at noon.",
    "For more on the ferry, visit the museum on Harbour Street.",
    "For more than ten years the news was read on the quay.",
    "For more news of the ferry, the islanders go to the quay.",
    "A weekly newsletter listing the sailings was sent to every house.",
    "You can hear this story on every quay.",
    "记者张三报道，渡轮周一恢复开航。",
    "记者：渡轮什么时候开航？",
    "编辑：这个问题很好。",
    "“校对 王五”是他的笔名。",
    "原题为《渡轮》的报告周一发表。",
    "The captain had top headlines for months.",
    "Add to cart the price of the ticket and it is dear.",
    "Mehr Nachrichten als je zuvor lasen die Inselbewohner.",
    "Topics of the meeting were the ferry and the harbour.",
    "Loading Bay 4",
    "您所在的位置决定了票价。",
    "本文来自斯凯里，作者下载了时刻表。",
    "👉 The ferry sails at noon.",
    "Just a heads up, some of the links of the chain are broken.",
    "Últimas notícias da ilha chegaram com o barco.",
    "（1/3）",
    "点击数据表明渡轮很受欢迎。",
    "Para más noticias hay que esperar al lunes.",
]


def shown(*blocks: str) -> list[str]:
    """Return the blocks of an article that are found."""
    return [span for _, span, _ in found("boilerplate", article(*blocks))]


@for_each_text(ANYWHERE)
def test_a_line_is_found_between_two_paragraphs(text: str) -> None:
    assert shown(BODY, MORE, text, BODY, MORE) == [text]


@for_each_text(AT_THE_END)
def test_a_line_is_found_at_the_end(text: str) -> None:
    assert shown(BODY, MORE, text) == [text]


@for_each_text(AT_THE_END)
def test_it_may_be_of_the_article_between_two_paragraphs(text: str) -> None:
    assert shown(BODY, MORE, text, BODY, MORE, BODY, MORE) == []


@for_each_text(PROSE)
def test_a_sentence_is_not(text: str) -> None:
    assert shown(BODY, MORE, text) == []


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("Ada Brook says:", "27 September 2011 at 18:53"),
        ("Ada B. wrote:", "October 4, 2011 at 6:53 pm"),
        ("Ana Lind escribió:", "12/03/2013 14:22"),
    ],
)
def test_the_name_of_a_reader_is_found_above_a_date_and_a_time(name: str, moment: str) -> None:
    assert name in shown(BODY, MORE, name, moment, MORE)
    assert shown(BODY, MORE, name, f"The ferry was late on {moment}.", MORE) == []


def test_the_name_above_the_article_is_not_that_of_a_reader() -> None:
    line = "Verfasst von Ada Brook am 3. Mai 2012 um 09:14 Uhr"
    assert shown(BODY, line, MORE) == []


@pytest.mark.parametrize("heading", ["### Más leídas de Puertos", "### Latest news from Skerry"])
def test_a_heading_is_found_above_other_titles_and_not_above_a_paragraph(heading: str) -> None:
    titles = ["- The isle without a ferry", "- A cow on the quay"]
    assert heading in shown(BODY, MORE, heading, *titles, BODY, MORE, BODY, MORE)
    assert heading not in shown(BODY, MORE, heading, f"{BODY} {MORE}", BODY, MORE, BODY, MORE)


@pytest.mark.parametrize("mark", ["", ">> "])
def test_each_line_passes_the_fast_test(mark: str) -> None:
    for entry in page_lines._entries():
        text = f"{mark}{entry} and more"
        head = text[:HEAD]
        assert head in page_lines._heads()
        assert page_lines._starts_with(text.title(), page_lines._starts(head)), text
    assert not page_lines._starts_with("The ferry sailed", page_lines._starts("the "))
