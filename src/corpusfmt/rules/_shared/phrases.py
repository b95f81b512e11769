"""The words of the page around an article, in the languages of news: what buttons, notices and calls say.

Each is a text of its own on the page, written here in lower case and without the marks around it.
"""

from __future__ import annotations


def _phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table: lines of phrases with a bar between them."""
    return tuple(phrase for line in table.strip("\n").split("\n") for phrase in line.split("|") if phrase)


WHOLE = frozenset(
    _phrases("""
advertisement|advertisements|story continues below advertisement|article continues below advertisement
article continues after advertisement|story continues after advertisement|article continues below
story continues below|scroll to continue with content|sponsored content|promoted content|skip advertisement
continue reading|continue reading below|keep reading|read the full story|read full story|read full article
read the full article|read more|click here|watch on youtube|watch on facebook|listen on spotify
view this article|view comments|view all comments|show comments|hide comments|load comments|leave a comment
leave a reply|post a comment|write a comment|comments are closed|join the conversation|share this
share this article|share this story|share this post|share this page|share this: share|share on facebook
share on twitter|share on x|share on whatsapp|share on linkedin|share via email|share by email
email this article|print this article|copy link|link copied|send to a friend|related stories|related articles
related posts|related news|related topics|related content|more on this story|more on this topic
you may also like|you might also like|recommended for you|most read|most popular|back to top|subscribe now
subscribe today|sign up now|sign up for our newsletter|this is a modal window|play video|pause video
current time 0:00|duration time 0:00|duration 0:00|loaded: 0%|loaded: 0.00%|progress: 0%|remaining time -0:00
reuse content|image|order reprints|republish this article|report an error|report a typo|cookie settings
accept all cookies|accept cookies|manage cookies|log in to comment|anzeige|werbung|weiterlesen
weiterlesen nach der anzeige|mehr lesen|mehr zum thema|lesen sie auch|auch interessant
das könnte sie auch interessieren|kommentieren|kommentar schreiben|jetzt kommentieren|artikel teilen
artikel drucken|zur startseite|jetzt abonnieren|newsletter abonnieren|empfohlener redaktioneller inhalt
publicité|la suite après la publicité|la suite après cette publicité|lire la suite|lire aussi|à lire aussi
lire également|partager|partager cet article|partager sur facebook|partager sur twitter|imprimer cet article
s'abonner|je m'abonne|article réservé aux abonnés|réservé aux abonnés|publicidad|leer más|lee también
lea también|le puede interesar|te puede interesar|también te puede interesar|sigue leyendo|seguir leyendo
compartir|compartir en facebook|compartir en twitter|noticias relacionadas|suscríbete
continúa después de la publicidad|pubblicità|leggi tutto|leggi anche|leggi di più|continua a leggere|condividi
condividi su facebook|potrebbe interessarti anche|articoli correlati|riproduzione riservata
© riproduzione riservata|publicidade|leia mais|leia também|saiba mais|continua após a publicidade
continua depois da publicidade|compartilhar|compartilhe|compartilhe no facebook|partilhar
notícias relacionadas|advertentie|lees meer|lees ook|lees verder|lees verder onder de advertentie
deel dit artikel|delen op facebook|tekst gaat verder onder de foto|de tekst loopt door onder de foto
tekst gaat verder onder de advertentie|reklama|czytaj więcej|czytaj także|czytaj też|czytaj dalej|zobacz także
zobacz też|zobacz również|przeczytaj także|udostępnij|dalszy ciąg materiału pod wideo
dalsza część artykułu pod wideo|dalsza część tekstu pod wideo|reszta tekstu pod materiałem wideo
materiał sponsorowany|реклама|читать далее|читать дальше|читать полностью|читайте также|поделиться
оставить комментарий|материалы по теме|новости по теме|на правах рекламы|читати далі|читати повністю
читайте також|поділитися|залишити коментар|матеріали за темою|reklam|devamını oku|haberin devamı
haberin devamı için tıklayın|ilgili haberler|yorum yap|paylaş|إعلان|اعلان|اقرأ المزيد|اقرأ أيضا|اقرأ أيضاً
إقرأ أيضا|إقرأ أيضاً|إقرأ المزيد|مواضيع ذات صلة|بیشتر بخوانید|ادامه مطلب|اشتراک گذاری|פרסומת|קרא עוד|קראו עוד
קראו גם|לקריאה נוספת|広告|続きを読む|記事全文を読む|もっと読む|関連記事|関連ニュース|スポンサーリンク
広告の後に続きます|シェアする|ツイートする|广告|廣告|阅读全文|閱讀全文|阅读更多|閱讀更多|查看更多|继续阅读
繼續閱讀|相关新闻|相關新聞|相关阅读|延伸閱讀|延伸阅读|分享到|광고|더보기|더 보기|관련기사|관련 기사|공유하기
댓글 쓰기|기사 전문 보기|구독하기|quảng cáo|xem thêm|đọc thêm|tin liên quan|gửi bình luận|viết bình luận
baca juga|baca selengkapnya|lanjutkan membaca|iklan|artikel terkait|annons|läs mer|läs också|läs även
artikeln fortsätter efter annonsen|dela artikeln|annonse|les mer|les også|saken fortsetter under annonsen
artikkelen fortsetter under annonsen|del artikkelen|saken fortsetter etter annonsen
artikkelen fortsetter etter annonsen|annonce|læs mere|læs også|læs videre|artiklen fortsætter efter annoncen
artiklen fortsætter under annoncen|mainos|lue lisää|lue myös|jaa artikkeli|juttu jatkuu mainoksen jälkeen
juttu jatkuu kuvan alla|artikkeli jatkuu|číst dál|číst více|čtěte také|čtěte dále|přečtěte si také|sdílet
článek pokračuje pod reklamou|hirdetés|tovább olvasom|publicitate|citește și|citiți și|citește mai mult
διαφήμιση|διαβάστε επίσης|διαβάστε περισσότερα|विज्ञापन|और पढ़ें|यह भी पढ़ें|โฆษณา|อ่านเพิ่มเติม|อ่านต่อ
""")
)
"""What is no part of an article wherever it stands alone."""

LABELS = frozenset(
    _phrases("""
share|tweet|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|messenger|instagram|youtube|email
e-mail|mail|print|google|google+|pin it|pocket|flipboard|tumblr|copy link|link|save|comments|comment|like
follow|teilen|drucken|merken|partager|imprimer|envoyer|compartir|imprimir|enviar|condividi|stampa|compartilhar
delen|udostępnij|поделиться|вконтакте|одноклассники|paylaş|dela|del|jaa|sdílet|シェア|ツイート|分享|공유
chia sẻ
""")
)
"""What the buttons for sharing say: no part of an article where three and more stand in a row."""

BEGINNINGS = _phrases("""
this article was originally published|this story was originally published|this post was originally published
this article originally appeared|this story originally appeared|this post originally appeared
this article first appeared|this story first appeared|this post first appeared
this article was first published|this story was first published|this article was reprinted
this article is republished from|this article has been adapted|a version of this article appear
a version of this story appear|a version of this article first|a version of this story first
a version of this article was|reprinted with permission|republished with permission
tap here to|sign up here|sign up for our|sign up to our|sign up for the latest
subscribe to our|subscribe here|subscribe now|subscribe today|follow us on|follow us @|like us on|find us on
share on facebook|share on twitter|download our app|download the app|have something to add to this
leave a comment below|we use cookies|this site uses cookies|this website uses cookies
by continuing to use this|by continuing to browse|by signing up you|by signing up, you|by subscribing you
by subscribing, you|by clicking|javascript is|please enable javascript|please turn on javascript
you need to enable javascript|your browser does not support|to view this video please enable
already a subscriber|not a subscriber|you have reached your limit of|you've reached your limit of
thanks for reading! subscribe|if you enjoyed this article, please|like this? you might also
like this article? |scroll down for video|scroll down to see|story continues below|article continues below
filed under:|copyright ©|copyright (c)|copyright 19|copyright 20|© 19|© 20|©199|©200|©201|©202|© copyright|(c) 19|(c) 20
listen to this article|get the latest news|get breaking news|want more stories like this
we may earn a commission|we may earn commission|this post may contain affiliate
this article contains affiliate|klicken sie hier|hier klicken|abonnieren sie unseren|abonnieren sie den
abonnieren sie hier|folgen sie uns|folgt uns auf|folge uns auf|melden sie sich hier|hier können sie sich
zum newsletter anmelden|dieser artikel erschien|dieser artikel ist zuerst|dieser text erschien zuerst
dieser beitrag erschien zuerst|cliquez ici|abonnez-vous à|suivez-nous|inscrivez-vous à|rejoignez-nous
téléchargez l'app|cet article a été publié|cet article est paru|cet article est réservé|haz clic aquí
haga clic aquí|pincha aquí|síguenos en|suscríbete a|suscríbase a|este artículo fue publicado
este artículo se publicó|clicca qui|seguici su|iscriviti al|abbonati a
questo articolo è stato pubblicato|clique aqui|siga-nos|assine a newsletter|assine nossa|inscreva-se no
inscreva-se em|este artigo foi publicado|klik hier|volg ons op|schrijf je in voor|meld je aan voor
abonneer je op|dit artikel verscheen eerder|kliknij tutaj|obserwuj nas|zapisz się do|zapisz się na
dołącz do nas na|polub nas na|подпишитесь на|подписывайтесь на|подпишись на|читайте нас в
нажмите здесь|присоединяйтесь к нам в|следите за нами в|підпишіться на|підписуйтесь на|підписуйтеся на
стежте за нами|приєднуйтесь до нас|долучайтесь до нас|bizi takip|bültenimize|abone olmak için|تابعونا على
تابعنا على|اشترك في|اشتركوا في|انضم إلى قناة|للاشتراك في|جميع الحقوق محفوظة|無断転載|この記事は有料会員限定
版权声明|版权所有|版權所有|未经授权不得|未经授权，|未經授權，|转载请注明|轉載請註明|点击这里|點擊這裡|扫码关注
关注我们|關注我們|저작권자 ⓒ|저작권자(c)|저작권자 ©|ⓒ 20|무단전재|무단 전재
theo dõi chúng tôi|mời độc giả|mời bạn đọc|mời quý|nhấn vào đây|bấm vào đây|chia sẻ bài viết
mọi thắc mắc|ikuti kami|klik di sini|ikuti berita|dapatkan update berita|följ oss på|klicka här
prenumerera på|anmäl dig till vårt|følg oss på|klikk her|meld deg på|følg os på|klik her|tilmeld dig vores
seuraa meitä|tilaa uutiskir|klikkaa tästä|sledujte nás|klikněte zde|klikněte sem|přihlaste se k odběru
""")
"""How a short text begins that is no part of an article, whatever follows."""

OPENERS = _phrases("""
sign up |subscribe to|subscribe on|subscribe for|follow |join us|join our|register for our|get the latest
get our|get all the latest|stay up to date|stay informed|stay connected|stay tuned|share your|share this
receive our|receive the latest|for more news|for more stories|for more updates|like our|check out our
download our|download the|listen to our|connect with us|abonniere|melden sie sich|melde dich|laden sie
hier geht's zu|hier geht’s zu|jetzt abonnieren|jetzt anmelden|folgen sie |folge uns|folgt uns|abonnez|suivez
inscrivez|recevez|rejoignez|téléchargez|retrouvez-nous|síguenos|sigue nuestr|sigue toda|suscríb|suscribe|únete
recibe nuestr|recibe en tu|recibe las últimas|apúntate|segui |seguici|iscriviti|abbonati a|ricevi |
scarica l'app|scarica la nostra|unisciti|siga |siga-nos|assine |inscreva-se|cadastre-se|receba|baixe |
participe do|entre no nosso|entre no canal|acompanhe|volg |schrijf je|meld je|abonneer|ontvang |zapisz się
obserwuj |subskrybuj|dołącz|polub nas|pobierz|śledź nas|подпишитесь|подписывайтесь|подпишись|подписаться
присоединяйтесь|скачайте|следите за|читайте нас|больше новостей|підпишіться|підписуйтесь|підписуйтеся
підписатися|приєднуйтесь|приєднуйтеся|долучайтесь|долучайтеся|слідкуйте|стежте за|більше новин|bizi |
takip edin|abone ol|تابعونا|تابعنا|اشتركوا|اشترك في|انضموا|đăng ký kênh|đăng ký nhận|đăng ký theo dõi
theo dõi kênh|theo dõi fanpage|tải ứng dụng|ikuti kami|ikuti channel|dapatkan |gabung di|simak |unduh |
följ |prenumerera|ladda ner|skriv upp dig|følg|abonner på|last ned|seuraa meitä|lataa sovellus|sledujte
odebírejte|stáhněte si
""")
"""How a call begins: it is one where it names a channel as well. A blank at the end stands for another word."""

CHANNELS = _phrases("""
facebook|twitter|instagram|linkedin|youtube|telegram|whatsapp|tiktok|pinterest|google news|google play
app store|newsletter|inbox|email alert|news alert|our podcast|in itunes|on spotify|apple podcast|for free
infolettre|boletín|boletim|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskir|zpravodaj|bülten|bản tin|рассылк
розсилк|телеграм|канал|дзен|фейсбук|вконтакте|النشرة|فيسبوك|تويتر|قناة
""")
"""Where a call leads."""

ENDINGS = _phrases("""
all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados
tutti i diritti riservati|riproduzione riservata|todos os direitos reservados|alle rechten voorbehouden
wszelkie prawa zastrzeżone|все права защищены|усі права захищені|всі права захищені|tüm hakları saklıdır
جميع الحقوق محفوظة|無断転載禁止|無断転載を禁じます|版权所有|版權所有|무단전재 및 재배포 금지
무단 전재 및 재배포 금지|무단전재-재배포 금지|무단 전재-재배포 금지|alla rättigheter förbehållna
alle rettigheter forbeholdes|alle rettigheder forbeholdes|kaikki oikeudet pidätetään|všechna práva vyhrazena
minden jog fenntartva|toate drepturile rezervate|click here|in your inbox|to your inbox
share it in the comments|let us know in the comments|let us know in the comments below
sound off in the comments|your thoughts in the comments|your thoughts in the comments below
leave a comment below|your thoughts in the comment section|order reprints |today's paper |subscribe
""")
"""How a short text ends that is no part of an article, at the article's start or end."""
