"""Lines of a page with numbers in them: counts, positions of players, copyright; links to the rest."""

from __future__ import annotations

from corpusfmt.text.patterns import regex

_READ_MORE = regex(
    r"(?i)\W*(?:(?:read|see|find) (?:more|on|the (?:full|whole|rest))|continue reading|full (?:story|article)"
    r"|mehr (?:lesen|unter)|weiterlesen|lire la suite|leer más|leggi|leia mais|lees (?:meer|verder)"
    r"|czytaj (?:więcej|dalej)|читать (?:далее|полностью)|xem thêm|läs mer|les mer|læs mere)\b.*https?://"
)
_LONGEST_COUNT = 30
_DIGIT = regex("[0-9]")
_COUNT = regex(
    r"(?i)\W*(?:(?:\d[\d.,]*\s?[km]?\s?(?:shares?|comments?|views?|likes?|retweets?|kommentare?"
    r"|commentaires?|comentarios?|comentários?|commenti|reacties|komentarz[ey]?|комментари\w+"
    r"|просмотр\w*|yorum|bình luận|lượt xem|条评论|則評論|件のコメント|댓글|kommentarer|kommenttia)"
    r"|(?:shares?|comments?|views?|likes?|просмотров|댓글|lượt xem|评论|コメント)\s?:?\s?\(?\d[\d.,]*\)?"
    r"|(?:no|[0-9]+) comments?|post views:? [\d.,]+|bình luận \(\d+\)"
    r"|\d{1,2} min(?:ute)?s? read|listen to this article\W+\d{1,2} min(?:ute)?s?"
    r"|(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura"
    r"|tempo di lettura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania|время чтения"
    r"|час читання|okuma süresi|doba čtení|thời gian đọc|阅读时间|閱讀時間|読了時間)"
    r"\s?[:：]?\s?(?:ca\. ?)?\d{1,2} ?[^\d\W]{0,10}"
    r"|(?:image|photo|picture|slide|bild|foto|imagen|imagem) \d{1,3} (?:of|von|de|di|van|sur|/) \d{1,3}"
    r"|current time \d+:\d+ / duration \d+:\d+|(?:listen|play|audio|video)\W+\d{1,2}:\d\d"
    r"|\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d|0:00|\d{1,3} / \d{1,3}|\d{1,2}/[2-9]\d)\W*){1,3}"
)
_COPYRIGHT = regex(r"(?i)(?:©|\(c\)|copyright)\s?[^\d\n.!?,]{2,40},?\s(?:19|20)\d\d\W*")
_OF_COPYRIGHT = frozenset("©(Cc")


def is_count(text: str) -> bool:
    """Return whether a text counts shares, views, comments, minutes or pictures."""
    return len(text) <= _LONGEST_COUNT and _may_count(text) and _COUNT.fullmatch(text) is not None


def leads_on(text: str) -> bool:
    """Return whether a text asks to read on at a URL."""
    return "://" in text and _READ_MORE.match(text) is not None


def is_copyright(text: str) -> bool:
    """Return whether a text has an owner and a year, after a mark of copyright, and nothing else."""
    return text[:1] in _OF_COPYRIGHT and _COPYRIGHT.fullmatch(text) is not None


def _may_count(text: str) -> bool:
    """Return whether a text has a digit, or counts no comments: a fast test."""
    return not text.isascii() or _DIGIT.search(text) is not None or "comment" in text.lower()
