"""Buttons, requests and notes of the page are saved with the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("boilerplate", "related-text")
LINES = {
    "en": (
        "Share this article", "Sign up for our newsletter", "Advertisement", "Read more",
        "Subscribe to our newsletter for the latest news.", "Follow us on Twitter and Facebook",
        "Click here to subscribe", "All rights reserved.", "Story continues below advertisement",
        "Leave a comment", "Share on Facebook", "Listen to this article", "Skip to content",
        "Support our journalism: become a member today.", "Print this page", "Most read",
        "This site uses cookies.", "Related topics", "12 comments", "Continue reading below",
    ),
    "de": (
        "Anzeige", "Artikel teilen", "Zum Newsletter anmelden", "Mehr zum Thema", "Zur Startseite",
        "Lesen Sie auch", "Kommentare", "Alle Rechte vorbehalten.", "Hier geht es zum Newsletter",
    ),
    "fr": (
        "Publicité", "Partager cet article", "Abonnez-vous à notre newsletter", "Lire aussi",
        "Tous droits réservés.", "Suivez-nous sur Facebook", "Lire la suite", "Commentaires",
    ),
    "es": (
        "Publicidad", "Compartir", "Suscríbete a nuestro boletín", "Síguenos en Twitter",
        "Todos los derechos reservados.", "Leer más", "Te puede interesar", "Comentarios",
    ),
    "it": (
        "Pubblicità", "Condividi", "Iscriviti alla newsletter", "Seguici su Facebook",
        "Riproduzione riservata", "Leggi anche", "Commenti",
    ),
    "pt": (
        "Publicidade", "Compartilhe", "Assine nossa newsletter", "Siga-nos no Twitter",
        "Todos os direitos reservados.", "Leia mais", "Comentários",
    ),
    "nl": ("Advertentie", "Deel dit artikel", "Meld je aan voor de nieuwsbrief", "Lees ook"),
    "sv": ("Annons", "Dela artikeln", "Prenumerera på vårt nyhetsbrev", "Läs mer"),
    "no": ("Annonse", "Del artikkelen", "Meld deg på nyhetsbrevet", "Les mer"),
    "da": ("Annonce", "Del artiklen", "Tilmeld dig nyhedsbrevet", "Læs også"),
    "pl": ("Reklama", "Udostępnij", "Zapisz się do newslettera", "Czytaj także"),
    "tr": ("Reklam", "Paylaş", "Bültenimize abone olun", "Yorumlar", "Bizi takip edin"),
    "ru": ("Реклама", "Поделиться", "Подпишитесь на нашу рассылку", "Читайте также", "Комментарии"),
    "uk": ("Реклама", "Поділитися", "Підписуйтесь на наш канал у Telegram", "Читайте також"),
    "ar": ("إعلان", "شارك المقال", "اشترك في النشرة الإخبارية", "اقرأ أيضا", "تابعنا على تويتر"),
    "fa": ("تبلیغات", "اشتراک گذاری", "نظرات"),
    "he": ("פרסומת", "שתפו", "הרשמו לניוזלטר", "תגובות"),
    "hi": ("विज्ञापन", "शेयर करें", "यह भी पढ़ें"),
    "zh": ("广告", "分享到微信", "相关阅读", "责任编辑:李明", "订阅我们的新闻邮件"),
    "ja": ("広告", "シェアする", "あわせて読みたい", "関連記事", "ツイートする"),
    "ko": ("광고", "공유하기", "관련기사", "무단전재 및 재배포 금지"),
    "vi": ("Quảng cáo", "Chia sẻ", "Xem thêm", "Bình luận", "Đăng ký nhận bản tin"),
    "id": ("Iklan", "Bagikan", "Baca juga", "ADVERTISEMENT", "Simak video berikut"),
    "el": ("Διαφήμιση", "Κοινοποίηση", "Διαβάστε επίσης", "Εγγραφείτε στο newsletter"),
    "th": ("โฆษณา", "แชร์", "อ่านเพิ่มเติม"),
    "cs": ("Reklama", "Sdílet", "Přihlaste se k odběru novinek", "Diskuse"),
    "hu": ("Hirdetés", "Megosztás", "Iratkozzon fel hírlevelünkre"),
    "ro": ("Publicitate", "Distribuie", "Abonează-te la newsletter", "Citește și"),
    "fi": ("Mainos", "Jaa artikkeli", "Tilaa uutiskirje", "Lue myös"),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a line above a paragraph or at the end, in the language of the article."""
    if article.language not in LINES:
        return None
    line = random.choice(LINES[article.language])
    if random.random() < 0.5:
        return article.with_last_block(line)
    return article.with_block(article.pick(random), line)
