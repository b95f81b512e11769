"""A file that is not an article is reported with its kind, and an article about such a page not."""

import pytest

from corpusfmt.lint.context import Context
from tests.rules.cases import RULES, findings

SENTENCE = (
    "The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers, "
    "four cows and all of the winter’s mail on board, and it came back in the evening empty."
)
BEGINNING = SENTENCE + " The harbour office expects 200 passengers a day from Friday on."
PAGES = {
    "the minutes of a game": (
        "live-ticker",
        "# SC Merrow – FC Tarn 2:1",
        "90.+4' Full time!",
        "88' Yellow card for Reed.",
        "71' Goal! Brook heads it in.",
        "45' Half time.",
        "9' Goal for Tarn.",
    ),
    "the minutes of a game in blocks of their own, from the first on": (
        "live-ticker",
        "# Skarv - Merrow 0-1",
        "Rain in Skarv.",
        "2’ Anspiel.",
        "14’ Ecke.",
        "30’ Tor!",
        "45’+2 Pause.",
        "60’ Wechsel.",
    ),
    "the balls of a game": (
        "live-ticker",
        "# Merrow Against Tarn",
        "12.6 Reed to Lind, no run",
        "12.5 Reed to Lind, FOUR",
        "12.4 Reed to Brook, 1 run",
        "12.3 Reed to Brook, no run",
        "12.2 Reed to Brook, 2 runs",
    ),
    "times in blocks of their own, the latest first": (
        "live-ticker",
        "# Sturm über Merrow",
        "18.40 Uhr",
        "Die Fähre liegt im Hafen.",
        "17.15 Uhr",
        "Die Brücke ist gesperrt.",
        "16.02 Uhr",
        "Der Wind nimmt zu.",
        "15.30 Uhr",
        "Guten Tag.",
    ),
    "times of half a day, the latest first": (
        "live-ticker",
        "# Storm Over Merrow",
        "1:05 pm",
        "The bridge is closed",
        "12:40 pm",
        "The ferry stays in port",
        "11:20 am",
        "Winds rise",
        "9:15 am",
        "Good morning",
    ),
    "entries that end in their date": (
        "index-page",
        "# 港ニュース一覧",
        "港で祭り 3月14日 10時20分",
        "橋が開通 3月14日 9時05分",
        "市長が会見 3月13日 17時48分",
        "学校で田植え 3月13日 12時30分",
        "フェリー欠航 3月12日 8時00分",
    ),
    "captions with their photographers in Chinese": (
        "gallery",
        "# 组图：海港灯会",
        "图1：市民赏灯。林娜 摄",
        "图2：纸龙巡游。林娜 摄",
        "图3：烟花。陈东 摄",
        "图4：孩子们。陈东 摄",
    ),
    "a player and its controls": (
        "gallery",
        "# The Harbour Hour",
        "Listen to this episode",
        "00:00 / 31:45",
    ),
    "a record of a program": (
        "database-export",
        "# Ferry Runs Again",
        "id: 4711",
        "slug: ferry-runs-again",
        "created_at: 2023-03-14",
        "author_id: 12",
        "body: The ferry sailed.",
    ),
    "calls and buttons alone": (
        "site-page",
        "# The Skerry Letter",
        "Sign up for our daily newsletter",
        "Share this article",
        "Email address",
        "Subscribe",
    ),
    "a robot check with a Turkish capital": (
        "robot-check",
        "# Bir dakika",
        "İnsan olduğunuzu doğrulamak için kutuyu işaretleyin.",
    ),
    "messages with their times": (
        "live-ticker",
        "# Ferry Runs Again",
        "08:12 The harbour is open.",
        "08:30 The first passengers arrive.",
        "08:47 The mayor speaks.",
        "09:05 The ferry sails.",
        "09:40 It has left the bay.",
    ),
    "a robot check without the word": (
        "robot-check",
        "# Hold on",
        "We need to make sure you're a real person.",
    ),
    "a page that has moved in Portuguese": (
        "error-page",
        "# Ops!",
        "A notícia saiu do ar ou mudou de endereço.",
    ),
    "a reader with another device in French": (
        "error-page",
        "# Lecture en cours",
        "Vous pouvez lire le journal sur un seul appareil à la fois.",
        "Cliquez pour poursuivre ici.",
    ),
    "a missing page in Lithuanian": ("error-page", "# Oi!", "Ieškomas puslapis nerastas."),
    "a missing page in Swahili": ("error-page", "# Samahani", "Ukurasa unaotafuta haupo."),
    "a missing page in Serbian": ("error-page", "# Greška", "Tražena stranica ne postoji."),
    "a page for logging in in Portuguese": (
        "sign-in-wall",
        "# Entre na sua conta",
        "Entrar com Google",
        "Esqueci minha senha",
        "Ainda não tem conta?",
    ),
    "an ad blocker in Hungarian": (
        "ad-blocker-wall",
        "# Hirdetések",
        "Úgy látjuk, hirdetésblokkolót használ.",
    ),
    "a paywall in Norwegian": (
        "paywall",
        "# Fergen går igjen",
        "Les hele saken med abonnement",
        "Prøv én måned for 1 krone",
    ),
    "consent in Polish": (
        "cookie-wall",
        "# Dbamy o Twoją prywatność",
        "Kliknij, aby wyrazić zgodę.",
        "Ustawienia zaawansowane",
    ),
    "pictures with counters before their captions": (
        "gallery",
        "# The Island",
        "1/4 A ferry leaves the quay",
        "2/4 Children watch the seals",
        "3/4 Snow on the pier",
        "4/4 The lighthouse at dusk",
    ),
    "consent in French": (
        "cookie-wall",
        "# Vos choix sur les cookies",
        "Le journal vit de la publicité, que ses cookies adaptent à chaque lecteur.",
        "Tout refuser",
    ),
    "consent in Czech": (
        "cookie-wall",
        "# Vaše soukromí",
        "Web pracuje se soubory cookie a s údaji o vašem zařízení.",
        "Rozumím a souhlasím",
        "Odmítnout",
    ),
    "a list with relative times": (
        "index-page",
        "# Skerry",
        *("Ferry Runs Again", "Hace 2 horas", "Bakery Closes", "Hace 3 horas"),
        *("Council Votes", "Hace 5 horas"),
    ),
    "a robot check in Spanish": (
        "robot-check",
        "# Un paso más",
        "Demuestre que es una persona y no un robot para entrar.",
    ),
    "a robot check in Thai": ("robot-check", "# ตรวจสอบ", "โปรดยืนยันว่าคุณเป็นมนุษย์"),
    "a missing page in Polish": (
        "error-page",
        "# Ojej!",
        "Szukana strona nie istnieje.",
        "Sprawdź, czy adres strony jest poprawny, bo nie możemy jej znaleźć: nie znaleziono.",
    ),
    "a missing page in Greek": (
        "error-page",
        "# Η σελίδα δεν βρέθηκε",
        "Η σελίδα που ζητήσατε δεν υπάρχει πια.",
    ),
    "maintenance in Italian": (
        "error-page",
        "# Torniamo presto",
        "Il sito è in manutenzione, riprova più tardi.",
        "Il servizio non è disponibile.",
    ),
    "a challenge": (
        "robot-check",
        "# Challenge",
        "Your browser or an extension of it blocks JavaScript, or your network uses a VPN.",
    ),
    "a gallery by its counters": (
        "gallery",
        "# Le bac de Skerry",
        *("Photo 1/9", "Le bac en 1931", "Photo 2/9", "Le quai en 1956"),
    ),
    "a live ticker in French": (
        "live-ticker",
        "# Le bac reprend : suivez notre direct",
        *("18h02 - Le bac quitte le port.", "18h20 - La mer est calme."),
        *("18h41 - Le bac arrive.", "19h05 - C’est la fin."),
    ),
    "an export of Factiva without codes": (
        "database-export",
        "# Ferry Runs Again",
        SENTENCE,
        "Document SKERRY0020230314ej3e0002k",
    ),
    "an export of Wisers": ("database-export", "# 渡轮复航", "文章編號: 202303140055501", SENTENCE),
    "an export of EBSCOhost": (
        "database-export",
        "# Ferry Runs Again",
        SENTENCE,
        "Copyright of Skerry Post is the property of Skerry Media and its content may not be "
        "copied or emailed.",
    ),
    "robot check": (
        "robot-check",
        "# Attention Required!",
        "Sorry, you have been blocked",
        "You are unable to access skerrynews.example",
    ),
    "robot check in German": (
        "robot-check",
        "# Einen Moment bitte",
        "Bitte bestätigen Sie, dass Sie ein Mensch sind.",
    ),
    "robot check in Chinese": ("robot-check", "# 安全验证", "请确认您是真人，然后继续访问。"),
    "terms of a website": (
        "site-page",
        "# Terms of Use",
        "Please read these terms carefully. By accessing or using the website you agree to them.",
    ),
    "a newsletter": (
        "site-page",
        "# The Harbour Letter",
        "View this email in your browser",
        "Good morning, islanders",
    ),
    "an imprint": ("site-page", "# Impressum", "Angaben gemäß § 5 TMG"),
    "a page of a tag": (
        "index-page",
        "# Tag: ferry",
        "Ferry Runs Again",
        "A Winter Without a Ferry",
        "Older posts",
    ),
    "the news of a section": (
        "index-page",
        "# Inland – Letzte Meldungen",
        *[f"### Fähre {number} fährt wieder" for number in range(8)],
    ),
    "a page of a label": (
        "index-page",
        "# Tag: ferry",
        *[f"The ferry {number} runs again on Monday" for number in range(8)],
    ),
    "the latest news in Vietnamese": (
        "index-page",
        "# Tin mới nhất",
        *[f"Phà số {number} chạy lại từ thứ Hai" for number in range(8)],
    ),
    "a search in Russian": ("index-page", "# Результаты поиска", "Паром вышел в море"),
    "a page under maintenance": (
        "error-page",
        "# We’ll be back soon",
        "We’re performing some maintenance at the moment.",
    ),
    "an error in JSON": ("error-page", '{"status":404,"error":"Not Found"}'),
    "variables of a template": ("empty-template", "# {{ article.title }}", "{{ article.body }}"),
    "an export of Factiva in lines": (
        "database-export",
        "HD",
        "Ferry Runs Again",
        "BY",
        "Ada Brook",
        "WC",
        "312 words",
        "PD",
        "14 March 2023",
        "SN",
        "Merrow Post",
        "LP",
        "The ferry sailed.",
    ),
    "error page": ("error-page", "# 404 Not Found", "nginx"),
    "error page in words": (
        "error-page",
        "# Oops!",
        "We can’t find that. The page you’re looking for has been moved.",
        "Go to homepage",
    ),
    "error page in French": (
        "error-page",
        "# Page introuvable",
        "La page que vous recherchez n’existe plus.",
    ),
    "error page in Korean": ("error-page", "# 안내", "요청하신 페이지를 찾을 수 없습니다."),
    "no page for this country": (
        "error-page",
        "# Skerry News",
        "451: Unavailable for legal reasons",
        "We recognize you are attempting to access this website from a country of the EEA.",
    ),
    "script needed": ("error-page", "# Skerry", "You need to enable JavaScript to run this app."),
    "cookie wall": (
        "cookie-wall",
        "# We value your privacy",
        "We and our partners store and/or access information on a device, such as cookies.",
        "Accept all",
    ),
    "cookie wall in Polish": (
        "cookie-wall",
        "# Dbamy o Twoją prywatność",
        "My i nasi partnerzy używamy plików cookie.",
        "Polityka prywatności",
    ),
    "sign-in wall": (
        "sign-in-wall",
        "# Ferry Runs Again",
        "The ferry sailed on Monday.",
        "Log in to continue. Already have an account?",
    ),
    "page for another country": (
        "error-page",
        "# Skerry News",
        "This site is currently unavailable to visitors from the European Economic Area.",
    ),
    "too many requests": ("error-page", "# 429 Too Many Requests", "nginx"),
    "no host": ("error-page", "# Error 1020", "You do not have access to skerrynews.example."),
    "script needed in Swedish": ("error-page", "# Skerry", "Du måste aktivera JavaScript."),
    "error page below a header": (
        "error-page",
        "# Ferry Runs Again",
        "By Ada Brook",
        "March 14, 2023",
        "The page you are looking for is gone.",
    ),
    "ad blocker": (
        "ad-blocker-wall",
        "# Ferry Runs Again",
        "It looks like you are using an ad blocker.",
    ),
    "ad blocker in German": (
        "ad-blocker-wall",
        "# Die Fähre fährt wieder",
        "Bitte deaktivieren Sie Ihren Adblocker.",
    ),
    "newsletters": (
        "sign-in-wall",
        "# Newsletters",
        "Enter your email address",
        "You can unsubscribe at any time",
    ),
    "paywall in Polish": (
        "paywall",
        "# Prom znów pływa",
        "Pozostało 78% tekstu do przeczytania. Kup prenumeratę.",
    ),
    "podcast": ("gallery", "# Episode 14", "Listen on Apple Podcasts", "Download MP3"),
    "sign-in wall in Spanish": (
        "sign-in-wall",
        "# Vuelve el ferry",
        "Inicia sesión para seguir leyendo. ¿Ya tienes una cuenta?",
    ),
    "paywall": (
        "paywall",
        "# Ferry Runs Again",
        SENTENCE,
        "This article is for subscribers only.",
        "Already a subscriber? Start your free trial",
    ),
    "paywall in Norwegian": (
        "paywall",
        "# Fergen går igjen",
        "Fergen gikk på mandag.",
        "For å lese videre må du bli abonnent.",
    ),
    "paywall in Japanese": ("paywall", "# 渡船が再開", "この記事は有料会員限定です。"),
    "gallery": ("gallery", "# The Ferry in Pictures", "View gallery", "Photo gallery: 12 images"),
    "video": ("gallery", "# The Ferry", "Your browser does not support the video tag.", "Up next"),
    "advert": ("advert", "# Tide Clock", "Only 29 crowns!", "Add to cart", "Free shipping"),
    "template": ("empty-template", "# {{ title }}", "{{ content }}"),
    "filler text": ("empty-template", "# Heading", "Lorem ipsum dolor sit amet, consectetur."),
    "a missing value": ("empty-template", "# undefined", "null"),
}
LIST = (
    "# Islands",
    "Ferry runs again",
    "3 August 2025",
    "Bakery closes",
    "1 August 2025",
    "A crane falls",
    "30 July 2025",
    "The council meets",
    "28 July 2025",
    "Original url:",
    "<https://skerrynews.example/islands>",
)
TICKER = (
    "# Storm Over Skerry – Live Updates",
    "14:32",
    "A tree lies across Quay Street.",
    "14:05 The harbour office sends its people home.",
    "**13.50 Uhr**",
    "The bridge is closed.",
)
LEXIS = (
    "2 of 40 DOCUMENTS",
    "The Skerry Post",
    "Mayor Waits",
    "BYLINE: Ada Brook",
    "SECTION: HARBOUR; Pg. 4",
    "LENGTH: 231 words",
    SENTENCE,
    "LOAD-DATE: March 15, 2023",
)
LEXIS_GERMAN = (
    "# Der Bürgermeister wartet",
    "AUTOR: Ada Brook",
    "RUBRIK: Hafen; S. 4",
    "LÄNGE: 231 Wörter",
    SENTENCE,
    "UPDATE-DATE: 15. März 2023",
    "SPRACHE: GERMAN; DEUTSCH",
)
PROQUEST = (
    "# Mayor Waits",
    SENTENCE,
    "Publication title: The Skerry Post\nPublication year: 2023\nSection: Harbour\n"
    "ProQuest document ID: 123456789",
)
EUROPRESSE = (
    "# Le ferry repart",
    SENTENCE,
    "Certificat émis le 15 mars 2023 à Université-de-Skerry",
    "news·20230314·SK·0042",
)
NEWSBANK = (
    "# Mayor Waits",
    "Author: Ada Brook",
    "Section: Harbour",
    "Page: 3A",
    "Readability: 9-12 grade level",
    SENTENCE,
    "Record: 0F2A1B3C",
)
FACTIVA = (
    "HD\nMayor Waits",
    "BY By Ada Brook",
    "WC 231 words",
    "PD 14 March 2023",
    "SN The Skerry Post",
    "SC SKERRY",
    "LA English",
    "LP " + SENTENCE,
)
TICKER_WITHOUT_TIMES = (
    "# Ferry Back in Service – Live Updates",
    *("### The ferry is in sight", SENTENCE, "### Crowds on the quay", SENTENCE) * 2,
)
NOTICES = {
    "Finnish": ("# Lautta palasi", BEGINNING, "Juttu jatkuu vain tilaajillemme."),
    "Greek": ("# Το πλοίο", BEGINNING, "Η συνέχεια του άρθρου μόνο για τους συνδρομητές μας"),
    "Czech": ("# Trajekt", BEGINNING, "Celý text si mohou přečíst jen naši předplatitelé."),
    "Ukrainian": ("# Пором", BEGINNING, "Повний текст доступний нашим передплатникам"),
    "Chinese": ("# 渡轮复航", BEGINNING, "余下全文仅限订阅用户阅读"),
    "Hindi": ("# नौका", BEGINNING, "पूरा लेख पढ़ने के लिए सदस्य बनें"),
    "what is left in Polish": ("# Prom", BEGINNING, "Pozostało 61% artykułu."),
    "what is left in Czech": ("# Trajekt", BEGINNING, "Zbývá vám přečíst 81 % článku."),
    "what is left in Japanese": ("# 渡船", BEGINNING, "残り 913文字（全文 1400文字）"),
    "free articles": (
        "# Ferry Runs Again",
        BEGINNING,
        "That was 2 of 3 articles that are free in May",
    ),
    "with a button below": (
        "# Ferry Runs Again",
        BEGINNING,
        "The full story is available to our subscribers",
        "See the offers",
    ),
}
SOUND = {
    "a sale that is reported": (
        "# Shipyard Sold",
        "Buy now, pay later: the yard at Tarn was sold for one pound, with debts of 40 million.",
        "Add to that the pensions, the union said.",
    ),
    "subscribers in a Japanese report": (
        "# 新聞社、有料会員が１０万人に",
        "港新聞は14日、電子版の有料会員が１０万人を超えたと発表した。会員限定の記事を増やすという。",
    ),
    "a report with the minutes of a game": (
        "# Merrow Win",
        "71' was on the clock when Brook headed the ball in, and nobody in Merrow sat down again.",
        "Tarn had led since the 9th minute.",
        "Reed saw a yellow card in the 88th.",
        "It was the third win in a row for the side that was last in the autumn.",
        "They play Skarv on Friday.",
    ),
    "an account of a day, in its order": (
        "# How the Storm Passed",
        "The first tree fell before noon.",
        "14:05",
        "A van is crushed on Quay Street, and nobody is inside.",
        "15:30",
        "The ferry turns back with 61 passengers.",
        "16:10",
        "The school hall opens.",
        "18:20",
        "Four thousand homes are dark.",
    ),
    "a numbered list of rules": (
        "# The Rules of the Harbour",
        "1.1 Boats give way to the ferry.",
        "1.2 Nets are not left on the quay.",
        "1.3 Dogs wait on the pier.",
        "2.1 The lamp is lit at dusk.",
        "2.2 The lamp is put out at dawn.",
    ),
    "a page that someone quotes in straight marks": (
        "# The House Number 404",
        '"Page not found," Tom Reed says to every visitor of number 404 on Quay Street.',
    ),
    "a phrase that a paragraph reports": (
        "# Why I Keep a Notebook",
        "Sign in to continue, says the bakery, and log in or register to read, says the bus stop.",
        "I have forty passwords and one cat.",
    ),
    "a phrase that the title quotes": (
        '# Where "Lorem Ipsum" Comes From',
        "Lorem ipsum dolor sit amet is what printers have set for five hundred years.",
    ),
    "an interview with short answers": (
        "# Ten Years a Mayor",
        "question: Why did you stay?",
        "answer: Nobody else wanted the job.",
        "question: And the pier?",
        "answer: It will be built.",
        "question: When?",
        "answer: In May.",
    ),
    "times of a day in sentences": (
        "# The Day of the Ferry",
        "8.12 is when the first ferry sails, and 61 people were there in time.",
        SENTENCE,
        BEGINNING,
    ),
    "scores": ("# Results", "1/4 final: Skerry", "2/3 of the seats went", SENTENCE),
    "a page in the news": ("# The Page That Was Not Found", SENTENCE, BEGINNING),
    "subscribers of a paper": (
        "# Skerry Post Opens Its Archive",
        SENTENCE,
        "Only subscribers could read the articles of the archive until now.",
        "The paper has 4,100 of them, and its archive has every issue since 1931, with all of the "
        "pictures that the fire of 1954 left.",
    ),
    "subscribers quoted": (
        "# Skerry Post Opens Its Archive",
        SENTENCE,
        "“Only our subscribers read all of the articles,” Ida Holm said.",
    ),
    "a browser in an article": (
        "# Browser Gets a New Name",
        "By Ada Brook",
        "The browser that blocks cookies and JavaScript over a VPN will be called Skerry from May.",
    ),
    "a ratio at the end": (
        "# Ferry Wins",
        SENTENCE,
        "It won 2 of 3 races, all of them free to see.",
    ),
    "a robot that proves something": (
        "# Robot Confirms Old Wreck",
        "By Ada Brook",
        "A robot confirmed on Monday that the wreck off Skerry is that of the ferry of 1931.",
    ),
    "a page of a book": (
        "# Page of Log Found",
        "March 14, 2023",
        "The page of the log was not found on the ferry. The page had been removed in 1931.",
    ),
    "a heading that accepts": (
        "# Council Debates Cookie Law",
        SENTENCE,
        "### Accepting the risk",
        "The council wants to protect privacy, and asks that pages name their cookies.",
    ),
    "live updates without entries": ("# Ferry Gets Live Updates on Screens", *[SENTENCE] * 6),
    "an article with headings": (
        "# Ferry Back in Service",
        *("### The first day", SENTENCE, "### The second day", SENTENCE) * 3,
    ),
    "an article about cookies": (
        "# We Use Cookies, Say All Pages",
        *[f"{SENTENCE} Most people click on “Accept all cookies”."] * 4,
    ),
    "an article about an error": (
        "# What “404 Not Found” Means",
        *[f"{SENTENCE} The server answers with “404 Not Found”."] * 4,
    ),
    "an article about maintenance": (
        "# Turbine Down for Maintenance",
        "By Ada Brook",
        "March 14, 2023",
        "The turbine is down for maintenance until Friday. Scheduled maintenance takes three days.",
    ),
    "an article about terms": (
        "# Parliament Debates Privacy Policy",
        "By Ada Brook",
        "The terms of use of such sites are too long, and nobody reads the terms and conditions.",
    ),
    "an article about an imprint": (
        "# Streit um das Impressum",
        "March 14, 2023",
        "Das Impressum fehlt. Verantwortlich für den Inhalt sei niemand, sagte die Anwältin.",
    ),
    "an article that quotes a page": (
        "# Bank Out of Order",
        "Who opened the page of the bank read “Something went wrong, try again later” on Monday.",
        "The bank says that it works on it.",
    ),
    "a short article about a page": (
        "# The Error 404 Has a Museum",
        "By Ada Brook",
        "March 14, 2023",
        "The page not found was first seen in 1992, says Ida Holm, who keeps a museum of errors, "
        "and the oldest of them is a word.",
    ),
    "a call at the end": ("# Ferry Runs Again", SENTENCE, SENTENCE, "Subscribe now"),
    "a video mentioned": ("# Ferry Runs Again", SENTENCE, "Watch the video", SENTENCE),
    "a poem": ("# The Ferry", *["The ferry on the sea", "and nobody but me"] * 5),
    "a fixture list": ("# Fixtures", *["Skerry v Merrow, 14:05", "Norland v Skarv, 16:30"] * 3),
    "a live concert": ("# Band Plays Live in Skerry", SENTENCE, "19:30 Doors open"),
    "an interview": ("# Five Questions", *["What now?", SENTENCE] * 5),
    "labels of an article": (
        "# Concert",
        "Location: Skerry",
        "Time: 19:30",
        "Length: two hours",
        SENTENCE,
    ),
    "a test of cars": ("# Test", SENTENCE),
    "a poem under the title of a list": (
        "# Archive",
        *["The ferry sails,", "the captain sleeps,", "the sea is wide"] * 3,
    ),
    "a list with a title": (
        "# What the World: A Ferry Needs",
        *[f"{number} tons of coal for the winter" for number in range(8)],
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_reported_with_its_kind(page: tuple[str, ...]) -> None:
    kind, *blocks = page
    [finding] = findings("not-an-article", "\n\n".join(blocks) + "\n")
    assert finding.kind == kind


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        ("index-page", LIST),
        ("live-ticker", TICKER),
        ("live-ticker", TICKER_WITHOUT_TIMES),
        ("database-export", LEXIS),
        ("database-export", LEXIS_GERMAN),
        ("database-export", PROQUEST),
        ("database-export", FACTIVA),
        ("database-export", EUROPRESSE),
        ("database-export", NEWSBANK),
    ],
)
def test_the_form_of_a_page_is_reported(kind: str, blocks: tuple[str, ...]) -> None:
    [finding] = findings("not-an-article", "\n\n".join(blocks) + "\n")
    assert finding.kind == kind


def test_the_fields_of_an_export_are_named() -> None:
    [finding] = findings("not-an-article", "\n\n".join(LEXIS) + "\n")
    assert finding.message.endswith("with the fields BYLINE, SECTION, LENGTH, LOAD-DATE")


@pytest.mark.parametrize("blocks", SOUND.values(), ids=SOUND)
def test_articles_are_not(blocks: tuple[str, ...]) -> None:
    assert findings("not-an-article", "\n\n".join(blocks) + "\n") == []


@pytest.mark.parametrize("blocks", NOTICES.values(), ids=NOTICES)
def test_a_notice_below_the_free_beginning_is_reported(blocks: tuple[str, ...]) -> None:
    [finding] = findings("not-an-article", "\n\n".join(blocks) + "\n")
    assert finding.kind == "paywall"


def test_a_wall_is_reported_with_what_is_above_it_and_a_page_at_its_title() -> None:
    texts = []
    for name in ("paywall", "error page in words"):
        text = "\n\n".join(PAGES[name][1:]) + "\n"
        context = Context(text)
        [finding] = RULES["not-an-article"].check(context)
        texts.append(text[finding.start : finding.end])
    whole = "\n\n".join(PAGES["paywall"][1:-1])
    assert texts == [whole, "# Oops!"]
