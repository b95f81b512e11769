"""Lines of a page with numbers: counts, times of players, copyright; and links to the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import HEAD, edges, heads
from corpusfmt.rules._shared.boilerplate_phrases import in_all_cases
from corpusfmt.rules._shared.word_lists import read_frames, read_list
from corpusfmt.text.patterns import regex

_READ_MORE = regex(
    r"(?i)\W*(?:(?:read|see|find) (?:more|on|the (?:full|whole|rest))|continue reading"
    r"|full (?:story|article)|mehr (?:lesen|unter)|weiterlesen|lire la suite|leer más|leggi"
    r"|leia mais|lees (?:meer|verder)|czytaj (?:więcej|dalej)|читать (?:далее|полностью)"
    r"|xem thêm|läs mer|les mer|læs mere|ap [\w&' ]{3,30}:"
    r"|(?:follow|more|all|latest|further)\b.{1,60}\b(?:coverage|stories|reporting|updates|news))"
    r"(?:\b|(?<=:)).*https?://"
)

_LONGEST_COUNT = 30
_PARTS = regex(r"\s?[·•|]\s?")
_LONGEST_ROW = 80
_SEE = (
    "(?:view|show|see|read|ver|ler|voir|lire|afficher|leggi|vedi|mostra|bekijk|lees|toon|zobacz"
    "|pokaż|показать|читать|показати|visa|vis|läs|les|læs|se|näytä|lue|zobrazit|lihat|xem)"
    "(?: (?:all|alle|los|todos los|les|tous les|i|os|todos os|de|wszystkie|все|всі))?"
)
_NUMBER = (
    r"\d(?:[\d.,\u00a0\u202f]|(?<=\d) (?=\d{3}(?!\d)))*"
    r"(?:\s?(?:(?:[km]|tsd\.?|mln|тыс\.)(?!\w)|[万萬천만]))?\+?"
)
_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_OTHER = regex(
    r"(?i)\W*(?:(?:(?:no|(?:(?:view|show|see|read|load)(?: all)? )?[0-9]+) comments?"
    r"|post views:? [\d.,]+|bình luận \([0-9]+\)"
    r"|\d{1,2} min(?:ute)?s? read"
    r"|\d{1,2} min\.? (?:de lecture|de lectura|de leitura|di lettura|lesezeit)"
    r"|leitura: \d{1,2} min|listen to this article\W+\d{1,2} min(?:ute)?s?"
    r"|(?:(?:estimated |approximate )?(?:reading time|read time)|lesezeit|lesedauer"
    r"|temps de lecture|tiempo de lectura"
    r"|tempo de leitura|tempo di lettura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania"
    r"|время чтения|час читання|okuma süresi|doba čtení|thời gian đọc|阅读时间|閱讀時間|読了時間)"
    r"\s?[:：]?\s?(?:ca\. ?)?\d{1,2} ?[^\d\W]{0,10}"
    r"|(?:image|photo|picture|slide|bild|foto|imagen|imagem) \d{1,3} (?:of|von|de|di|van|sur|/)"
    r" \d{1,3}"
    rf"|current time {_TIME}(?:\W+(?:/ )?duration {_TIME})?"
    rf"|(?:remaining time|duration time)\W+{_TIME}"
    r"|(?:listen|play|audio|video|[^\d\W]{4,9} hören|anhören|écouter|escuchar|ascolta|ouvir)"
    rf"\W+{_TIME}|{_TIME}\s?/\s?{_TIME}|0:00"
    r"|(?:volume|loaded|progress|buffered|lautstärke)\W{1,2}[0-9.]+ ?%"
    r"|\d{1,3} / \d{1,3}|\d{1,2}/[2-9]\d|\d{1,2}/\d{1,2}ページ)\W*){1,3}"
)
_RATING = regex(
    r"(?i)\W*(?:rating|rated|average|bewertung|note|valoración|voto medio|avaliação|waardering)\W+"
    r"\d(?:[.,]\d{1,2})?(?: ?/ ?| (?:out of|von|sur|de|su|op) )(?:5|10)\W+\d[\d.,]*"
    r" (?:votes?|ratings?|reviews?|stimmen|avis|votos|voti|stemmen)\W*"
)
_PLAYED = regex(rf"(?i)\W*(?:now playing|up next|next video|video duration)\b\D.{{0,70}}\W{_TIME}")
"""What a player is showing, or will show, and how long it takes."""

WORDS_OF_COUNTS = frozenset((b"comment", b"comments", b"copyright", b"c"))
"""One of the first two is in each count without a digit; a mark of copyright without the character
has one of the others.
"""

_COPYRIGHT = regex(r"(?i)(?:©|\(c\)|copyright)\s?[^\d\n.!?,]{2,40},?\s(?:19|20)\d\d\W*")
_OF_COPYRIGHT = frozenset("©(Cc")
_LONGEST_FOOTER = 250
_FOOTERS = tuple(tuple(entry.split(" … ")) for entry in read_list("feed_footers"))
_FOOTER_KEYS = in_all_cases(
    key for start, _ in _FOOTERS for key in (start[:HEAD], start[:HEAD].replace("'", "’"))
)


def is_count(text: str) -> bool:
    """Return whether a text is a count of shares, views or comments, a length, or a place in one.

    It has a digit, or a word of comments. A row of up to four counts may be longer than one, and
    has a number at an end.
    """
    if len(text) > _LONGEST_COUNT and not (text[-1].isdigit() or text[0].isdigit()):
        return False  # as most
    if len(text) > _LONGEST_ROW:
        return False
    parts = _PARTS.split(text)
    if len(parts) > 1 and all(map(_is_one_count, parts)):  # “1,234 views · 3 min read”
        return True
    if _counts().fullmatch(text):
        return True
    if len(text) > _LONGEST_COUNT:
        return _RATING.fullmatch(text) is not None or _PLAYED.fullmatch(text) is not None
    return _OTHER.fullmatch(text) is not None or _RATING.fullmatch(text) is not None


def _is_one_count(text: str) -> bool:
    return (_counts().fullmatch(text) or _OTHER.fullmatch(text)) is not None


def leads_on(text: str) -> bool:
    """Return whether a text asks to read on at a URL."""
    return "://" in text and _READ_MORE.match(text) is not None


def copyrights(context: Context, words: frozenset[bytes]) -> Iterator[int]:
    """Yield the numbers of the first and last blocks that are an owner and a year of copyright.

    ``words`` are those of these blocks that `WORDS_OF_COUNTS` has, and any others.
    """
    if "©" not in context.signs and WORDS_OF_COUNTS.isdisjoint(words):  # as in most articles
        return
    for number in edges(len(context.texts)):
        text = context.texts[number]
        if text[:1] in _OF_COPYRIGHT and _COPYRIGHT.fullmatch(text) is not None:
            yield number


def feed_footers(context: Context) -> Iterator[int]:
    """Yield the numbers of the last blocks that name the first place, or the owner, of the text."""
    texts, found = context.texts, context.memo(heads)
    if _FOOTER_KEYS.isdisjoint(found):  # as in most articles
        return
    for number in edges(len(texts)):
        if found[number] not in _FOOTER_KEYS or len(texts[number]) > _LONGEST_FOOTER:
            continue
        text = texts[number].lower().replace("’", "'")
        for start, behind in _FOOTERS:
            if text.startswith(start) and behind in text:
                yield number


@cache
def _counts() -> re.Pattern[str]:
    """Return the pattern of one to four counts, each before or after what is counted."""
    before, after = [], []
    for entry in read_frames("counted_words"):
        word = re.escape(entry.lstrip("<>"))
        if entry[0] != ">":
            before.append(word)
        if entry[0] != "<":
            after.append(word)
    counted = rf"(?:{_SEE} )?{_NUMBER}\s?(?:{'|'.join(after)})(?![^\W\d])"
    labelled = rf"(?<![^\W\d])(?:{'|'.join(before)})\s?[:：]?\s?[(（]?{_NUMBER}[)）]?"
    return regex(rf"(?i)\W*(?:(?:{counted}|{labelled})\W*){{1,4}}")
