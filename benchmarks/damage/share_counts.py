"""How often a page was shared, read or commented on is saved with the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("boilerplate",)
NUMBERS = ("0", "7", "12", "348", "1,204", "1.2K", "15k")
FORMS = {
    "en": ("{} shares", "{} Comments", "Comments ({})", "{} views", "Views: {}",
        "{} SHARES SHARE TWEET",
           "{} Reactions", "Shares {}", "{} people like this", "{} Facebook shares", "Likes {}"),
    "de": ("{} Kommentare", "Kommentare ({})", "{} mal geteilt", "{} Aufrufe",
        "{} Leserkommentare"),
    "fr": ("{} commentaires", "{} partages", "Commentaires ({})", "{} réactions", "Vu {} fois"),
    "es": ("{} comentarios", "{} compartidos", "Comentarios ({})", "Visitas: {}", "{} lecturas"),
    "it": ("{} commenti", "{} condivisioni", "Letto {} volte"),
    "pt": ("{} comentários", "{} visualizações", "{} compartilhamentos"),
    "nl": ("{} reacties", "{} keer gedeeld"), "pl": ("{} komentarzy", "Wyświetleń: {}"),
    "ru": ("{} просмотров", "Комментарии: {}", "Просмотры: {}", "{} комментариев"),
    "uk": ("{} переглядів", "Переглядів: {}"), "tr": ("{} yorum", "Okunma: {}", "{} görüntülenme"),
    "vi": ("{} lượt xem", "{} bình luận"), "id": ("{} komentar", "Dibaca: {}", "{} kali dibaca"),
    "sv": ("{} kommentarer", "{} delningar"), "no": ("{} kommentarer",), "da": ("{} kommentarer",),
    "ja": ("{}件のコメント", "閲覧数:{}", "いいね! {}"), "ko": ("댓글 {}", "조회수 {}", "조회 {}"),
    "zh": ("阅读 {}", "{}条评论", "浏览量:{}", "點閱 {}"), "ar": ("{} تعليق", "مشاهدات: {}"),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert one to three counts above the first paragraph or after the last."""
    if article.language not in FORMS or not article.paragraphs:
        return None
    forms = FORMS[article.language]
    chosen = random.sample(forms, min(len(forms), random.choice((1, 1, 2, 3))))
    block = "\n\n".join(form.format(random.choice(NUMBERS)) for form in chosen)
    if random.random() < 0.5:
        return article.with_last_block(block)
    return article.with_block(article.paragraphs[0], block)
