"""Only the comments of readers are saved, without the article."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article",)
NAMES = ("seagull77", "Old Harry", "M. Brandt", "nordlicht", "Trudy", "k_olsen", "Anonymous")
FORMS = {
    "en": (
        ("{name} says:", "March {day}, 2019 at 4:{minute} pm", "{text}", "Reply"),
        ("{name}", "{hours} hours ago", "{text}", "Reply", "Share", "Report"),
        ("{name} • {hours} days ago", "{text}", "1 • Reply • Share ›"),
        ("{name} wrote:", "{text}", "Like Reply Flag as inappropriate"),
    ),
    "de": (
        ("{name} schreibt:", "{day}. März 2019 um 16:{minute} Uhr", "{text}", "Antworten"),
        ("{name}", "vor {hours} Stunden", "{text}", "Antworten", "Melden", "Empfehlen"),
    ),
    "fr": (("{name} dit :", "{day} mars 2019 à 16 h {minute}", "{text}", "Répondre"),
           ("{name}", "Il y a {hours} heures", "{text}", "Répondre", "Signaler un abus")),
    "es": (("{name} dice:", "{day} marzo, 2019 a las 16:{minute}", "{text}", "Responder"),),
    "pt": (("{name} disse:", "{day} de março de 2019 às 16:{minute}", "{text}", "Responder"),),
    "ru": (("{name}", "{day}.03.2019 16:{minute}", "{text}", "Ответить", "Пожаловаться"),),
    "pl": (("{name} pisze:", "{day}.03.2019, 16:{minute}", "{text}", "Odpowiedz"),),
    "ja": (("{name}", "2019/03/{day} 16:{minute}", "{text}", "返信"),),
    "zh": (("{name}", "2019-03-{day} 16:{minute}", "{text}", "回复", "举报"),),
    "vi": (("{name}", "16:{minute} {day}/03/2019", "{text}", "Trả lời", "Thích"),),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Make comments of the first sentences of paragraphs, by readers in turn."""
    texts = [article.lines[index][:140].rpartition(" ")[0] for index in article.paragraphs]
    texts = [text for text in texts if text]
    if len(texts) < 4:
        return None
    form = random.choice(FORMS.get(article.language, FORMS["en"]))
    blocks: list[str] = []
    for text in texts[: random.randint(4, 12)]:
        values = {
            "name": random.choice(NAMES),
            "day": random.randint(10, 28),
            "minute": random.randint(10, 59),
            "hours": random.randint(2, 20),
            "text": text.lstrip("-*>#+ ") + random.choice(("!", ".", "...", "?")),
        }
        blocks += [part.format(**values) for part in form]
    title = random.choice((article.title, "Comments", f"{len(texts)} comments"))
    return saved_instead(article, title, "\n\n".join(blocks))
