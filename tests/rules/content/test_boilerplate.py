"""Buttons, calls and notices are found in many languages, and prose that starts alike is not."""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules.content.boilerplate import check
from tests.for_each import for_each_text
from tests.rules.cases import article, findings, fixed, found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
MORE = "The next one sails on Friday, with the mail and four cows."

FOUND = [
    "#Skerry #Ferry #Harbour",
    "Created with Datawrapper",
    "Get the data • Embed • Download image",
    "شارك هذا الخبر على فيسبوك",
    "English | Français | العربية | Español",
    "Costs of the ferry ................................ 14",
    "1,234 views · 3 min read",
    "Ku biyo mu a Facebook da Twitter",
    "Shiriki habari hii kwenye Facebook",
    "【纠错】",
    "Artikel vorlesen lassen",
    "Save to reading list",
    "Light a candle",
    "Sort by newest",
    "Ampliar foto",
    "Tampilkan lebih banyak",
    "Најнови вести",
    "Pročitajte i ovo",
    "Loe lisaks",
    "Lexo edhe",
    "ასევე წაიკითხეთ",
    "यो पनि पढ्नुहोस्",
    "தொடர்புடைய செய்திகள்",
    "Soma zaidi",
    "Basahin din",
    "Media contact: Ada Brook, 0155 44 22 10",
    "Commenting on this article has been disabled",
    "Avez-vous repéré une coquille dans cet article ? Signalez-la",
    "Straipsnio tęsinys po reklamos",
    "Komentari ne odražavaju stavove redakcije",
    "本文由AI翻译，仅供参考",
    "Jangan lupa ikuti akun Instagram kami",
    "Chcete víc? Sledujte naše noviny na Facebooku",
    "欢迎关注斯凯里日报微信公众号",
    "Facebook Twitter WhatsApp Print Copy link",
    "Susține presa independentă din insule",
    "Cet article vous a plu ? Dites-le.",
    "Комментировать",
    "Republish this story for free",
    "Dieser Artikel wurde zuletzt am Montag geändert.",
    "This is a developing story. More soon.",
    "If you order there, we may earn a commission.",
    "Weitere Meldungen aus Skerry? Jetzt unseren Newsletter anmelden: jetzt abonnieren",
    "للمزيد تابعوا قناتنا على تلغرام",
    "לכל החדשות הצטרפו לערוץ הטלגרם שלנו",
    "Du weißt etwas? Schreib uns an redaktion@skerrynews.example",
    "Víte o něčem zajímavém? Dejte vědět.",
    "Soutenez le journalisme de Skerry.",
    "Apoya el periodismo de las islas con 5 coronas.",
    "Pour les commenter, connectez-vous : pour commenter cet article, un compte suffit.",
    "Este artigo traz links de afiliados.",
    "При использовании материалов ссылка на «Скерри» обязательна",
    "Auf Telegram teilen",
    "（原标题：渡轮恢复开航）",
    "原标题：渡轮恢复开航 居民欢迎",
    "714 跟贴",
    "This email address is being protected from spambots. You need JavaScript enabled to view it.",
    "Diese E-Mail-Adresse ist gegen Spambots geschützt! JavaScript muss aktiviert werden.",
    "Cette adresse e-mail est protégée contre les robots spammeurs. Activez le JavaScript.",
    "Partager par courriel",
    "Поделиться в Telegram",
    "แชร์ข่าวนี้ผ่านline",
    "分享到新浪微博",
    "카카오톡 공유하기",
    "Show 31 comments",
    "Voir les commentaires (7)",
    "Lue kommentit (3)",
    "Now playing The ferry leaves the quay 01:12",
    "Estimated read time: 4 minutes",
    "Follow our coverage of the ferry at https://skerrynews.example/ferry",
    "AP Europe: https://skerrynews.example/europe",
    "(c) 2023 Skerry News",
    "HABERİN DEVAMI İÇİN TIKLAYIN",
    "İlgili Haberler",
    "İLGİLİ HABERLER",
    "Artikel anhören (KI-Stimme)",
    "Increase volume ↑",
    "Home > News > Local > Ferry Runs Again",
    "Home | News | Sport | Contact us",
    "Home News Sports Opinion Business",
    "Startseite › Lokales",
    "Tags: ferry, council, Skerry",
    "Mots-clés : ferry, conseil",
    "标签：渡轮 议会",
    "Reading time: 3 minutes",
    "Lesezeit: 3 Minuten",
    "Temps de lecture : 3 min",
    "Tiempo de lectura: 3 minutos",
    "Be the first to comment",
    "Your email address will not be published. Required fields are marked *",
    "Save my name, email, and website in this browser for the next time I comment.",
    "Post Views: 1,234",
    "Click to share on Twitter (Opens in new window)",
    "We independently select these products. We may earn a commission.",
    "Support independent journalism. Donate today.",
    "Your notification has been saved.",
    "Our Standards: The Thomson Reuters Trust Principles.",
    "Image 1 of 4",
    "Bild in Detailansicht öffnen",
    "Dieser Inhalt kann nicht angezeigt werden, da Sie nicht zugestimmt haben",
    "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
    "Якщо ви помітили помилку, виділіть її",
    "打开APP阅读全文",
    "更多精彩内容，请关注我们",
    "기사제보 및 보도자료 news@skerry.example",
    "हमें फेसबुक पर फॉलो करें",
    "تابعوا آخر الأخبار عبر واتساب",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Continue reading →",
    "» Weiterlesen",
    "[Read more]",
    "Read more",
    "Sign up for our newsletter, The Harbour.",
    "Sign up here to receive the Harbour in your inbox",
    "Follow us on Twitter.",
    "Follow Skerry News on Facebook and Instagram for more ferries",
    "Share on Facebook",
    "Sign\xa0up\xa0for our letters from the harbour.",
    "Download our app from the App Store or Google Play.",
    "We use cookies to improve your experience.",
    "This article was originally published in the Norland Post.",
    "© 2023 Skerry News",
    "Copyright © Skerry News",
    "JavaScript is disabled in this browser.",
    "Leave a comment",
    "Scroll down for video",
    "12 Shares",
    "Read the full story at <https://skerrynews.example/a>",
    "1.2k views",
    "Comments (14)",
    "5 min read",
    "14 комментариев",
    "The post Ferry Runs Again appeared first on Skerry News.",
    "L’article Le ferry repart est apparu en premier sur Skerry.",
    "Der Beitrag Die Fähre fährt erschien zuerst auf Skerry.",
    "Anzeige",
    "Abonnieren Sie unseren Newsletter!",
    "Folgen Sie uns auf Instagram",
    "Publicité",
    "Abonnez-vous à notre lettre du matin",
    "Suivez toute l'actualité du port sur WhatsApp",
    "Síguenos en Facebook",
    "Publicidad",
    "Iscriviti alla newsletter",
    "© Riproduzione riservata",
    "Continua após a publicidade",
    "Siga o Porto de Skerry no Instagram",
    "Lees verder onder de advertentie",
    "Volg ons op Facebook",
    "REKLAMA",
    "Zapisz się na newsletter",
    "Подписывайтесь на наш канал в Telegram",
    "Читайте также:",
    "Підписуйтесь на наш телеграм-канал",
    "Haberin devamı için tıklayın",
    "تابعونا على فيسبوك",
    "اقرأ أيضا",
    "ادامه مطلب",
    "続きを読む",
    "広告",
    "版权所有 斯凯里新闻",
    "관련기사",
    "Mời bạn đọc theo dõi kênh của chúng tôi",
    "Baca juga:",
    "Följ oss på Facebook",
    "Annonse",
    "Læs også",
    "Juttu jatkuu mainoksen jälkeen",
    "Sledujte nás na Facebooku",
    "Tüm hakları saklıdır.",
    "© 스케리신문, 무단전재 및 재배포 금지",
    "Article continues after this advertisement",
    "Продолжение статьи после рекламы",
    "Der Artikel geht nach der Anzeige weiter",
    "Artikeln fortsätter under annonsen",
    "Haberin devamı reklamdan sonra",
    "← Previous post",
    "123 shares 45 comments",
    "2 / 12",
    "0:00 / 3:45",
    "Listen · 7:12",
    "Was this article helpful?",
    "The views expressed in this article are the author's own.",
    "Kövessenek minket a Facebookon",
    "Ακολουθήστε μας στο Facebook",
    "ติดตามข่าวสารได้ที่ Facebook",
    "© Skerry News, 2023",
    "Lorem ipsum dolor sit amet.",
    "Seek to live, currently behind live",
    "Keyboard Shortcuts",
    "Volume 0%",
    "Current Time 0:00",
    "Video abspielen",
    "Lire la vidéo",
    "Odsłuchaj artykuł",
    "この記事を音声で聞く",
    "Beitrag hören: 3:12",
    "45 compartidos",
    "12 geteilt",
    "Gefällt mir: 12",
    "閲覧数: 1,234",
    "阅读 1234",
    "조회수 1,234",
    "34 partages",
    "1 234 visningar",
    "3,4 тыс. просмотров",
    "1.2万 次阅读",
    "٣٤ مشاهدة",
    "Views 1,234 Comments 12 Shares 3",
    "Rating: 4.5/5 (12 votes)",
    "Enter your email",
    "7 people like this",
    "Jeden Abend das Wichtigste: Jetzt für den Newsletter anmelden.",
    "You're now subscribed!",
    "Keep up to date with our free newsletter.",
    "Don't miss out! Sign up to our WhatsApp channel for more ferries.",
    "Chaque matin, recevez l'essentiel de l'île dans votre boîte mail.",
    "Самые важные новости — в нашем Telegram-канале.",
    "最新ニュースを毎朝メールでお届けします。",
    "매일 아침 주요 뉴스를 이메일로 받아보세요.",
]

PROSE = [
    "#Ferry and #Harbour are the tags of the crew.",
    "English | Français | Ferry",
    "He waited ..... and then it sailed at 14.",
    "Next article five of the law was read, and the previous articles were not.",
    "船长说，未经授权转载的文章越来越多，议会应当立法。",
    "技術者は、読者から無断転載についての質問を受けたと話した。",
    "3 boats · 4 crews of old",
    "Already a subscriber to the theatre, she asked for a second seat.",
    "Listen to this article of the harbour law, he said, and tell me who owns the quay.",
    "Regístrate gratis, decía el cartel de la naviera.",
    "Знайшли помилку в розкладі порома лише восени.",
    "Recevez chaque matin du poisson : l'offre du port séduit l'île.",
    "报告的原标题是渡轮，后来改为港口。",
    "The harbour office says that its email address is being protected from spambots.",
    "Our children join Facebook at ten, she says.",
    "他在微信上关注了这艘渡轮。",
    "Tips oss imellom: båten er ny.",
    "Print and email are old, the captain says.",
    "تابعوا السفينة على فيسبوك من الميناء",
    "Har du tips om färjan? Den frågan får alla som bor på Skerry.",
    "Apoya el plan la mayoría de los pescadores.",
    "Stöd till journalistiken minskar på öarna.",
    "The harbour office asks all skippers to follow its channel on Telegram.",
    "Whoever finds the cow calls the harbour at 0155 44 22 10.",
    "Affiliate links pay many sites on the islands.",
    "Show the ferry 31 comments and it sails no faster.",
    "AP reporters wrote about https://skerrynews.example in May.",
    "Tags: every dog on Skerry has to wear one from May.",
    "Home is where the ferry lands.",
    "Home News wrote about it in May.",
    "“Please disable your ad blocker” is what they read.",
    "The reading time of the judge was 3 minutes.",
    "Be the first to comment, the teacher asked the class, and Ana was.",
    "Follow-up inspections of the ferry are planned for the spring.",
    "Subscribers to Facebook groups on the island were shown first.",
    "For more than ten years Facebook was the only news on the island.",
    "Jetzt hat WhatsApp eine neue Funktion.",
    "Sigue la polémica en Twitter por el precio del billete.",
    "Recibe críticas en Twitter la naviera.",
    "Подписчики в Telegram узнали об этом первыми.",
    "Abone sayısı YouTube'da arttı.",
    "Hier geht es um Facebook und die Fähre.",
    "Seguito da due milioni di persone su Instagram, il capitano tace.",
    "Share prices of the ferry company rose by 4 per cent.",
    "Hundreds of islanders mocked the captain in the comments.",
    "“Advertisement pays for the ferry,” she said.",
    "Advertisements on the ferry are to be forbidden, the council said.",
    "Comments by the mayor were not well received.",
    "Copyright law does not cover the timetable.",
    "Read more books, the librarian of Little Skerry tells them.",
    "Facebook",
    "Share",
    "**Read more:** [The Winter Without a Ferry](#)",
    "Advertising revenue continues to fall after the crisis, the bank said.",
    "L'article continue de susciter des critiques, selon le maire.",
    "What do you think? she asked the captain. He shrugged.",
    "Help us, she cried, and the whole quay came running.",
    "14:05",
    "1/2",
    "Copyright law covers the tune, a court on Skerry said in 2021",
    "구독자 100만 유튜브 채널이 문을 닫았다.",
    "Facebook'ta yeni dönem başlıyor.",
    "Rating: 4.5/5",
    "12 votes",
    "Volume 2",
    "61 passengers",
    "Views differ on 12 points.",
    "Shares: 45, bonds: 30, cash: 25",
    "The captain reads each letter in my inbox.",
    "Recibirá un código en su correo electrónico.",
    "Den Brief warf er in ihr Postfach.",
    "Chaque matin, recevez-vous les passagers vous-même ?",
    "Kode akan dikirim ke email Anda.",
    "Chapters",
    "Want the perfect picture for Instagram? Take the first ferry.",
    "Start your day with a podcast, says the captain.",
    "انضم إلى فيسبوك في عام 2012.",
    "7 people like the new ferry.",
    "Recibe todos los días cartas de los isleños.",
    "Sign up for our newsletter, "
    + "said the harbour master to the islanders who stood on the quay, " * 4
    + "twice.",
]


@for_each_text(FOUND)
def test_boilerplate_is_found(text: str) -> None:
    shown = [span for _, span, _ in found("boilerplate", article(BODY, text, MORE))]
    assert shown == [text]


@for_each_text(PROSE)
def test_prose_is_not(text: str) -> None:
    assert found("boilerplate", article(BODY, text, MORE)) == []


def test_a_subtitle_that_is_a_button_is_found() -> None:
    text = "# Ferry Runs Again\n\n## Share this article\n\n\n\nThe ferry sailed on Monday.\n"
    assert [span for _, span, _ in found("boilerplate", text)] == ["## Share this article"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook covers the islands. Reach her at ada@skerrynews.example or @adabrook.",
        "brook@skerrynews.example",
        "On X: @ada_brook",
    ],
)
def test_the_address_of_an_author_is_found_at_the_end(text: str) -> None:
    end = [span for _, span, _ in found("boilerplate", article(BODY, text, head="By Ada Brook"))]
    assert end == [text]
    assert found("boilerplate", article(BODY, text, head="By Tom Reed")) == []
    others = [MORE] * 3
    assert found("boilerplate", article(BODY, text, *others, head="By Ada Brook")) == []


def test_items_and_headings_are_found_as_well() -> None:
    text = article(BODY, "- Share on Facebook", "### **Related stories**", "### **Werbung**", MORE)
    assert [span for _, span, _ in found("boilerplate", text)] == [
        "- Share on Facebook",
        "### **Related stories**",
        "### **Werbung**",
    ]


def test_names_of_networks_are_found_in_a_row() -> None:
    text = article(
        BODY, "Facebook", "Twitter", "WhatsApp", "E-Mail", MORE, "Facebook", MORE, "Twitter"
    )
    shown = [span for _, span, _ in found("boilerplate", text)]
    assert shown == ["Facebook", "Twitter", "WhatsApp", "E-Mail"]
    assert found("boilerplate", article(BODY, "link", "link", "link", MORE)) == []


@pytest.mark.parametrize("label", ["Up next", "UP NEXT", "Next up"])
def test_a_label_of_a_player_is_found_above_a_title_and_not_above_sentences(label: str) -> None:
    above = article(BODY, label, "Ten Years of Ferries in Ten Minutes", MORE)
    assert [span for _, span, _ in found("boilerplate", above)] == [label]
    last = article(BODY, MORE, label)
    assert [span for _, span, _ in found("boilerplate", last)] == [label]
    for sentence in ("Skerry: Host Norland on Friday.", "He said: “We sail on Monday.”"):
        assert found("boilerplate", article(BODY, label, sentence)) == []


def test_the_message_cuts_a_long_text() -> None:
    [(_, _, message)] = found(
        "boilerplate", article(BODY, "Sign up for our letters " + "and read on " * 8)
    )
    assert message.endswith("…” is part of the page, not of the article")


def test_filler_text_is_called_so() -> None:
    [(_, _, message)] = found("boilerplate", article(BODY, "Lorem ipsum dolor sit amet.", MORE))
    assert message == "“Lorem ipsum dolor sit amet.” is filler text, not an article"


def test_own_phrases_are_found() -> None:
    text = article(BODY, "The Norland Post wants to hear from you!", MORE)
    own = Context(text, options={("boilerplate", "phrases"): ("the norland POST wants",)})
    assert [text[finding.start : finding.end] for finding in check(own)] == [
        "The Norland Post wants to hear from you!"
    ]
    assert findings("boilerplate", text) == []


@pytest.mark.parametrize(
    "body", [(BODY, "Advertisement", MORE), ("Advertisement", BODY, MORE), (BODY, MORE, "Annons")]
)
def test_the_fix_leaves_the_block_out(body: tuple[str, ...]) -> None:
    assert fixed("boilerplate", article(*body)) == article(BODY, MORE)


@pytest.mark.parametrize(
    "text",
    [
        article("Advertisement"),
        article("Advertisement", "AP", BODY),
        article("- one", "Advertisement", "  - two"),
    ],
    ids=["all of the body", "what follows would be a credit", "between two items"],
)
def test_where_the_rest_would_be_read_otherwise_there_is_no_fix(text: str) -> None:
    assert [finding.fix for finding in findings("boilerplate", text)] == [None]


def test_there_is_no_fix_for_what_shows_that_the_article_is_cut_off() -> None:
    text = article("The ferry sailed.", "It was late.", "Continue reading →", "Advertisement")
    fixes = [finding.fix is not None for finding in findings("boilerplate", text)]
    assert fixes == [False, True]
    assert [span for _, span, _ in found("truncated-article", text)] == ["Continue reading →"]


def test_there_is_no_fix_for_the_wall_that_cut_the_article_off() -> None:
    text = article("Please log in to continue reading.", "The ferry of the island sailed on Mon")
    assert [finding.fix for finding in findings("boilerplate", text)] == [None]


@pytest.mark.parametrize(
    "text", ["Log in to continue.", "Dieser Artikel ist für Abonnenten. Jetzt weiterlesen"]
)
def test_a_wall_in_a_long_article_is_found(text: str) -> None:
    sentence = (
        "The ferry to Skerry sailed on Monday for the first time since October, and was late."
    )
    assert [span for _, span, _ in found("boilerplate", article(*[sentence] * 15, text))] == [text]


IN_HEADER = [
    "Invalid Date",
    "NaN-NaN-NaN",
    "Share",
    "Advertisement",
    "5 min read",
    "Home > News > Harbour",
    "Listen to this article",
    "Sign up for our newsletter",
    "Lesezeit: 5 Minuten",
    "5 min de lecture",
    "Teilen",
    "Поделиться",
    "分享",
    "シェア",
]


@pytest.mark.parametrize("line", IN_HEADER)
@pytest.mark.parametrize("head", ["{}\n\nBy Ada Brook", "By Ada Brook\n\n{}"])
def test_lines_of_the_header_are_found_and_removed(line: str, head: str) -> None:
    text = article("The ferry sailed.", head=head.format(line))
    [finding] = findings("boilerplate", text)
    assert finding.pointer == "/intro/0"
    assert finding.message == f"“{line}” is part of the page, not of the article"
    assert fixed("boilerplate", text) == article("The ferry sailed.", head="By Ada Brook")


@pytest.mark.parametrize(
    "line",
    ["OPINION", "The ferry sails again.", "Share the road", "Video", "Print is not dead", "Live"],
)
def test_kickers_and_intros_are_not(line: str) -> None:
    text = article("The ferry sailed.", head=f"By Ada Brook\n\n{line}")
    assert found("boilerplate", text) == []


def test_one_button_in_the_body_is_not() -> None:
    assert found("boilerplate", article("The ferry sailed.", "Share", "It is back.")) == []


def test_two_lines_of_the_header_are_two_findings() -> None:
    text = article("The ferry sailed.", head="Share\n\nBy Ada Brook\n\n5 min read")
    assert [finding.pointer for finding in findings("boilerplate", text)] == [
        "/intro/0",
        "/intro/1",
    ]


def test_a_button_in_the_place_of_the_credit_of_a_caption_is_found() -> None:
    text = "# Ferry Runs Again\n\n\n\nThe ferry at dusk. **Enlarge image**\n\nBody.\n"
    [finding] = findings("boilerplate", text)
    assert finding.message == "“Enlarge image” is part of the page, not of the article"
    assert findings("boilerplate", text.replace("Enlarge image", "Ada Brook")) == []


def test_a_button_that_is_read_as_a_credit_is_found() -> None:
    text = "# Ferry Runs Again\n\n\n\nDeel via WhatsApp\n\n" + BODY + "\n"
    assert [span for _, span, _ in found("boilerplate", text)] == ["Deel via WhatsApp"]


def test_a_call_with_words_of_the_title_is_a_heading_above_sentences() -> None:
    call = "Download Skerry Timetable for free"
    text = article(BODY, call, BODY, MORE, MORE)
    assert len(found("boilerplate", text)) == len(found("boilerplate", article(BODY, call))) == 1
    about = text.replace("# Ferry Runs Again", "# How to Use the Skerry Timetable")
    assert found("boilerplate", about) == []
    assert len(found("boilerplate", about.replace(f"{BODY}\n\n{MORE}", "Ferry"))) == 1


@pytest.mark.parametrize(
    ("call", "is_uncertain"),
    [
        ("What do you think? Let us know in the comments below.", False),
        (
            "And what about you? Share your thoughts on the new ferry to the islands, and on its "
            "timetable, in the comments below.",
            True,
        ),
    ],
)
def test_a_long_call_after_a_question_may_be_of_the_author(call: str, is_uncertain: bool) -> None:
    text = article(f"{BODY}\n\n{MORE}\n\n{call}")
    [finding] = check(Context(text))
    assert finding.is_uncertain == is_uncertain
