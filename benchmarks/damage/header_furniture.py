"""Buttons, reading times and adverts beside the title are saved with the lines of the header."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("boilerplate",)
LINES = {
    "en": ("Share", "Print", "4 min read", "Listen to this article", "Advertisement", "Comments",
           "Home > News > Harbour", "Save", "Share this article", "Subscribe to our newsletter"),
    "de": ("Teilen", "Drucken", "Lesezeit: 4 Minuten", "Anzeige", "Startseite > Politik",
           "Artikel anhören", "Merken", "Kommentare"),
    "fr": ("Partager", "Imprimer", "Temps de lecture : 4 min", "Publicité", "Accueil > Société",
           "Écouter l'article", "Commentaires"),
    "es": ("Compartir", "Imprimir", "Tiempo de lectura: 4 minutos", "Publicidad", "Guardar",
           "Inicio > Noticias"),
    "it": ("Condividi", "Stampa", "Tempo di lettura: 4 minuti", "Pubblicità", "Commenti"),
    "pt": ("Compartilhar", "Imprimir", "Tempo de leitura: 4 minutos", "Publicidade"),
    "nl": ("Delen", "Leestijd 4 minuten", "Advertentie", "Reacties"),
    "pl": ("Udostępnij", "Drukuj", "Czas czytania: 4 min", "Reklama", "Komentarze"),
    "ru": ("Поделиться", "Время чтения: 4 минуты", "Реклама", "Главная / Новости", "Комментарии"),
    "uk": ("Поділитися", "Час читання: 4 хв", "Реклама"),
    "tr": ("Paylaş", "Okuma süresi: 4 dk", "Reklam", "Yorumlar"),
    "ja": ("シェア", "ツイート", "広告", "印刷"),
    "zh": ("分享", "打印", "广告", "首页 > 新闻 > 正文", "收藏"),
    "ko": ("공유", "인쇄", "광고", "댓글"),
    "vi": ("Chia sẻ", "Bình luận", "Quảng cáo", "Trang chủ > Thời sự"),
    "ar": ("مشاركة", "طباعة", "إعلان"),
    "sv": ("Dela", "Annons", "Lästid: 4 min"),
    "no": ("Del", "Annonse", "Lesetid: 4 min"),
    "id": ("Bagikan", "Iklan", "Komentar"),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a line above the byline or below the header, in the language of the article."""
    lines = LINES.get(article.language)
    if lines is None or len(article.header) == len(article.lines):
        return None
    line = random.choice(lines)
    byline = article.header_line("By ")
    if byline is not None and random.random() < 0.5:
        return article.with_block(byline, line)
    return article.with_block(len(article.header) + 1, line)
