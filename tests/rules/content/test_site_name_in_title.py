"""A title that ends in the name of its website is found by the host of the address.

Other endings are not.
"""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found


def text(title: str, host: str) -> str:
    return f"# {title}\n\n\n\nBody.\n\nOriginal url:\n\n<https://{host}/ferry>\n"


NAMED = [
    ("Паром снова ходит", " | Вестник Скарва", "vestnikskarva.example"),
    ("Паром снова ходит", " — Меровский край", "merovskijkray.example"),
    ("Το πλοίο ξαναπλέει", " | Η Φωνή του Κόλπου", "ifonitoukolpou.example"),
    ("Le ferry repart", " | L’Écho du Large", "echodularge.example"),
    ("Ferry Runs Again", " | Skerry News", "www.skerrynews.example"),
    ("Ferry Runs Again", " | The Skerry News", "skerry-news.example"),
    ("Ferry Runs Again", " - SkerryNews", "skerrynews.example"),
    ("Ferry Runs Again", " – Skerry", "skerry.co.example"),
    ("Ferry Runs Again", " - Skerry.example", "skerry.example"),
    ("Ferry Runs Again — At Last", " - Skerry News Online", "news.skerry.com.example"),
    ("Ferry Runs Again", " | Norland Skerry Review", "skerryreview.example"),
    ("Ferry Runs Again", " | Skerry Gazette | by Ana Lind", "skerrygazette.example"),
    ("Ferry Runs Again", " - North Skerry Times", "nskerrytimes.example"),
    ("Ferry Runs Again", " - North Skerry Gazette", "nsg.example"),
    ("Ferry Runs Again", " | Ana", "ana.wordpress.example"),
    ("Só quem espera", " — Mensagens de Reflexão", "mensagensreflexao.example"),
    ("Fähre fährt wieder", " – Die Inselzeitung", "inselzeitung.example"),
    ("Паром снова ходит", " | Skerry", "skerry.example"),
    ("再開", "｜Skerry", "skerry.example"),
    ("Ferry Runs Again", " » Skerry", "skerry.example"),
    ("Ferry Runs Again", " :: Skerry", "skerry.example"),
]
NOT_NAMED = [
    ("Паром снова ходит — Меровский край ждёт", "merovskijkray.example"),
    ("Паром — Край", "kray.example"),
    ("Le ferry repart - L’île attend", "ile.example"),
    ("Ferry Runs Again", "skerry.example"),
    ("Ferry Runs Again - Captain Retires", "skerry.example"),
    ("Ferry Runs Again | Captain Retires", "skerry.example"),
    ("Ferry Runs Again - Skerry waits", "skerry.example"),
    ("Ferry Runs Again – Time to leave", "time.example"),
    ("Politics | Time to leave", "time.example"),
    ("Ferry Runs to Skerry", "skerry.example"),
    ("Skerry - Ferry Runs Again", "skerry.example"),
    ("| Skerry", "skerry.example"),
    ("Ferry Runs Again - Tim E", "time.example"),
    ("Ferry Runs Again - News", "skerrynews.example"),
    ("Storm | What the islands said", "thesaid.example"),
    ("Well-being - A Skerry of One's Own", "skerry.example"),
]


@pytest.mark.parametrize(("title", "ending", "host"), NAMED)
def test_the_name_of_the_website_is_found(title: str, ending: str, host: str) -> None:
    written = text(title + ending, host)
    [(place, span, message)] = found("site-name-in-title", written)
    assert place == f"1:{3 + len(title)}"
    assert span == ending
    assert message.startswith("the title ends with the name of the website, “")
    assert expected("site-name-in-title", written) == [title]
    assert fixed("site-name-in-title", written) == text(title, host)


@pytest.mark.parametrize(("title", "host"), NOT_NAMED)
def test_other_endings_are_not(title: str, host: str) -> None:
    assert found("site-name-in-title", text(title, host)) == []


def test_a_title_in_bold_keeps_its_marks() -> None:
    written = text("**Ferry Runs Again | Skerry**", "skerry.example")
    assert fixed("site-name-in-title", written) == text("**Ferry Runs Again**", "skerry.example")


def test_the_fix_is_not_safe() -> None:
    found = findings("site-name-in-title", text("Ferry Runs Again | Skerry", "skerry.example"))
    assert [finding.fix.safe for finding in found if finding.fix] == [False]


@pytest.mark.parametrize(
    "name",
    ["Merrow Mail Online", "The Merrow Post", "Skarver Zeitung", "All News and Films Online"],
)
def test_what_may_be_the_name_of_an_outlet_after_a_bar_is_found_without_a_url(name: str) -> None:
    text = f"# Harbour Gets a Clock | {name}\n\n\n\nBody.\n"
    message = f"the title ends with a tag of the website, “{name}”"
    assert found("site-name-in-title", text) == [("1:23", f" | {name}", message)]
    assert fixed("site-name-in-title", text) == "# Harbour Gets a Clock\n\n\n\nBody.\n"


@pytest.mark.parametrize(
    "title",
    [
        *("Clock | A Photo Essay", "Clock | on", "Clock - Now", "Clock - News", "Clock - on Post"),
        *("Clock - The council of the post waits for the news again", "Clock at the Merrow Post"),
        *(
            "Clock - What Node.js is",
            "Clock - Page One",
            "Clock | Node.js",
            "Clock - ASP.NET",
            "Clock - No. 5",
        ),
        *("News | The Clock", "Post :: The Clock", "Merrow Post - The Clock", "Clock / Tower"),
        *(
            "Clock - The Latest",
            "Horloge : nouvelles du port",
            "钟楼-修复完成",
            "钟楼_修复完成",
            "钟楼新闻",
            "专访：假新聞",
            "社説：新聞の役割",
            "snake_case in Merrow",
            "钟楼-关于新闻的长长的一个没有结尾的句子新闻",
        ),
    ],
)
def test_other_words_without_a_url_are_not(title: str) -> None:
    assert found("site-name-in-title", f"# {title}\n\n\n\nBody.\n") == []


CERTAIN = [
    ("Harbour Gets a Clock", " | Skerry, Merrow and Lake Orrin news"),
    ("Часы на башне снова идут", " :: Общество :: Скерри-Инфо"),
    ("港の時計台を修復", "｜社会｜スケリー新報オンライン"),
    ("Harbour Gets a Clock", " - Latest news from Skerry"),
    ("Il porto ha un orologio", " - Ultime notizie di cronaca"),
    ("Hafen bekommt eine Uhr", " | merrow.example - Nachrichten"),
    ("항구 시계탑 새로 단장", " : 스케리 뉴스"),
    ("Harbour Gets a Clock", " | Reuters"),
    ("Harbour Gets a Clock", " | EL PAÍS"),
    ("Harbour Gets a Clock", " | The Guardian"),
    ("Harbour Gets a Clock", " :: Merrow Post"),
    ("Harbour Gets a Clock", " - merrow.example"),
    ("Harbour Gets a Clock", " | www.merrow-post.co.uk"),
    ("Harbour Gets a Clock", " – Le Monde.fr"),
    ("Harbour Gets a Clock", " » Merrow.com"),
    ("Harbour Gets a Clock", " | Page 2"),
    ("Harbour Gets a Clock", " - Page 2 of 3"),
    ("Hafen bekommt eine Uhr", " – Seite 2"),
    ("Le port a son horloge", " - Page 2 sur 3"),
    ("港口钟楼修复完成", "｜第2页"),
    ("港口钟楼修复完成", "_海港新闻网"),
    ("港口钟楼修复完成", "-海港日报"),
    ("港口钟楼修复完成", "｜海港晚报"),
    ("항구 시계탑 복원", " | 항구일보"),
    ("港の時計が動く", "｜港新聞デジタル"),
    ("港の時計が動く", "：港新聞デジタル"),
    ("港の時計が動く", "：日本経済新聞"),
    ("港口钟楼修复完成", "_海港网"),
    ("ساعة الميناء تعمل", " | نيوز الميناء"),
]


@pytest.mark.parametrize(("title", "ending"), CERTAIN)
def test_outlets_after_a_bar_and_hosts_are_found(title: str, ending: str) -> None:
    written = f"# {title}{ending}\n\n\n\nBody.\n"
    [finding] = findings("site-name-in-title", written)
    assert not finding.is_uncertain
    assert fixed("site-name-in-title", written) == f"# {title}\n\n\n\nBody.\n"


MAYBE = [
    ("Harbour Gets a Clock", " - Merrow Post"),
    ("Harbour Gets a Clock", " – The Merrow Times"),
    ("Harbour Gets a Clock", " - BBC News"),
    ("Harbour Gets a Clock", " / Merrow Post"),
    ("Harbour Gets a Clock", " < Merrow Post"),
    ("Hafen bekommt eine Uhr", " - Merrower Tagblatt"),
    ("Le port a son horloge", " — Le Journal de Merrow"),
    ("Часы порта идут", " — Вести Скарва"),
    ("港口钟楼修复完成", " - 海港新聞"),
    ("항구 시계탑 복원", " - 항구신문"),
]


@pytest.mark.parametrize(("title", "ending"), MAYBE)
def test_an_outlet_after_a_dash_is_uncertain(title: str, ending: str) -> None:
    written = f"# {title}{ending}\n\n\n\nBody.\n"
    [finding] = findings("site-name-in-title", written)
    assert finding.is_uncertain
    assert finding.message.startswith("the title may end with a tag of the website, “")
    assert fixed("site-name-in-title", written) == f"# {title}\n\n\n\nBody.\n"


def test_a_name_before_a_bar_is_found() -> None:
    written = "# Merrow Post | Harbour Gets a Clock\n\n\n\nBody.\n"
    [finding] = findings("site-name-in-title", written)
    assert finding.message == "the title may start with a tag of the website, “Merrow Post”"
    assert finding.is_uncertain
    assert fixed("site-name-in-title", written) == "# Harbour Gets a Clock\n\n\n\nBody.\n"
    for name, host in (("Merrow Post", "merrowpost.example"), ("merrow.example", "a.example")):
        certain = text(f"{name} | Harbour Gets a Clock", host)
        [finding] = findings("site-name-in-title", certain)
        assert finding.message == f"the title starts with the name of a website, “{name}”"
        assert not finding.is_uncertain
    assert findings("site-name-in-title", text("Skerry | Ferry Runs Again", "skerry.example")) == []


def test_a_title_that_is_the_name_of_the_website_is_found() -> None:
    text = "# The Skerry News\n\n\n\nBody.\n\nOriginal url:\n\n<https://skerrynews.example/a>\n"
    messages = [message for _, _, message in found("site-name-in-title", text)]
    assert messages == ["the title is the name of the website"]


def test_no_space_is_left_before_the_name() -> None:
    text = article("Body.").replace("# Ferry Runs Again", "# 港の時計が動く\u3000：日本経済新聞")
    assert fixed("site-name-in-title", text).startswith("# 港の時計が動く\n")
