"""Mark of a news agency in the text.

### What it does

Reports the lines that agencies send with an article for its editors, at the start or the end of the
body, or among the lines of the header: `ENDS`, `-30-`, `MORE TO COME`, `(MORE)`, `BC-Ferry`, `EDS:
updates throughout`, the initials of editors (`dpa abc xyz n1 de`, `abc/def/gh`), the name of an
agency alone below the text (`--IANS`), slugs in capitals above it (`URGENT`, `RECASTS, ADDS
DETAILS`) or before the title (`UPDATE 2-`), and credits of reporters and editors (`(Reporting by
Ada Brook; Editing by Tom Reed)`). The initials of four editors or more (`ab/cde/fg/hi`) and `(END)`
are reported anywhere, since a page may have other lines below them.

### Why

The lines are meant for the newsroom, and are not part of the published article.

### Fix

The fix removes the block. It is unsafe: the line may belong to the article.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The next one sails on Friday.

MORE TO COME
```

```findings
9:1: warning: “MORE TO COME” is a mark of a news agency
  expected: the article without it
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The next one sails on Friday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.blocks import SHORT
from corpusfmt.rules._shared.intro_lines import IntroParagraph, intro_paragraphs, removal
from corpusfmt.rules._shared.phrase_expressions import END, START
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the line may belong to the article"

_AT_THE_START, _AT_THE_END = 2, 3
_MARK = regex(
    r"\W{0,3}(?:(?:THE )?ENDS?|MORE TO (?:COME|FOLLOW)|MORE FOLLOWS|MORE|30|FULL STORY TO FOLLOW"
    r"|STORY TO FOLLOW|WRITETHRU|URGENT|FLASH|ALERT|ADVISORY|EMBARGOED.{0,60})\W{0,3}"
    r"|#{3,5}|/(?:dpa|afp|apa|sda|tt|ntb|stt)"
    r"|(?:BC|AM|PM)-[A-Z]\w+.{0,60}|(?:EDS?|EDITORS)[:.].{0,80}|\(Eds:.{1,90}\)"
    r"|[a-z]{2,3}(?:[-/][a-z]{2,4}){1,4}(?:/[a-z]{2,4})?|Enditem|ENDITEM|_{3,5}|/[a-z]{2,4}"
    r"|[-–—]\s?(?:0|ENDS?)\s?[-–—]|ENDS? [-–—]|[X#*]{3,5}|\(END\)(?: Dow Jones Newswires)?"
    r"|END/(?:IPS|AFP|IANS|PTI|UPI)|[(（【](?:完|了|끝)[)）】]|\d\d-\d\d-\d\d \d{4}(?:E[SD]?T|GMT)"
    r"|\(\((?=[^()]*[@+]).{5,90}\)\)|# ?Notizblock|dpa-Kontakte|Redaktionelle Hinweise"
    r"|AP-[A-Z]{2}-\d\d-\d\d-\d\d.{0,20}|# ?dpa-Notizblock|(?:© ?)?dpa-infocom.{0,40}"
    r"|(?:dpa|afp|apa|sda)(?:[ /][a-z]{1,4}){1,4}(?: [a-z]{1,2}\d)?(?: [a-z]{2,3}){0,3}"
)
_EDITORS = regex(r"[a-z]{2,4}(?:/[a-z]{2,4}){3,6}|\(END\)")
"""The initials of so many editors that they are not words, and a mark, wherever they are."""
_SLUG = regex(
    r"\W{0,2}(?:(?:URGENT|FLASH|ALERT|ADVISORY|BULLETIN)(?: \d)?"
    r"|(?:UPDATE|WRAPUP|RPT|REFILE)(?: \d{1,2})?"
    r"|(?:\d ?)?(?:1ST|2ND|3RD|\dTH|1st|2nd|3rd|\dth) (?:LEAD|Lead|LD|Ld)(?:-\w+)?"
    r"|(?:RECASTS|ADDS|CORRECTS|REFILES|REPEATS|CLARIFIES|REWRITES|TOPS|REMOVES|DELETES)\b.{0,80}"
    r"|[A-Z]{2,12}(?:-[A-Z0-9]{1,12}){2,5}"
    r"|[A-Z][A-Z0-9]{1,12}(?:-[A-Z0-9]{2,12}){1,4}/\w{0,12}"
    r"(?: \((?:UPDATE|WRAPUP|RPT|REFILE)(?: \d{1,2})?[^()]{0,30}\))?)\W{0,2}"
    r"|\((?i:Recasts|Adds|Corrects|Refiles|Repeats|Clarifies|Rewrites|Updates|Writes through)"
    r"(?:,| (?:with|to|throughout|in|lead|quote|detail|comment|background|headline|byline|dateline"
    r"|story|first|second|para|graf|source|share)).{0,80}\)"
)
"""What is above a text as a wire service sends it."""

_BEFORE_TITLE = regex(
    r"(?:(?:UPDATE \d{1,2}|WRAPUP(?: \d{1,2})?|RPT|REFILE|CORRECTED|BRIEF|FACTBOX)-)+(?=\S)"
    r"|\((?:URGENT|(?:\d(?:st|nd|rd|th) )?(?:LEAD|LD)|\d보|종합\d?보?)\) "
)
"""What Reuters and Yonhap write before a title."""

_NAMES = (
    r"AAP|AFP|ANI|ANP|ANSA|APA|AP|BNS|CNA|CTK|ČTK|dpa|DPA|EFE|HINA|IANS|IRNA|KUNA|LETA|MENA|MTI"
    r"|NAN|NTB|PAP|PTI|QNA|SDA|SPA|STT|TASS|UNI|UPI|WAM"
)
_NAMES_IN_ANY_CASE = (
    "agerpres|belga|bernama|interfax|jiji|kyodo|lusa|reuters|ritzau|tanjug|ukrinform|xinhua|yonhap"
)
_NAME = rf"(?:{_NAMES}|(?i:{_NAMES_IN_ANY_CASE}))"
_AGENCY = regex(rf"(?:[(\[]\s?{_NAME}\s?[)\]]|(?:-{{1,2}}|[–—/])\s?{_NAME}|{_NAME})\W{{0,2}}")
"""The agency below a text, in one of the forms in which they sign."""

_NAMED = r"[^\W\d_a-z][\w.'’-]+(?: [\w.'’-]+){1,3}"
_ROLE = (
    r"(?:(?:additional |with )?(?:reporting|writing|editing|compiled|translated|edited|reported"
    r"|written)(?: and (?:writing|editing|translation))? by"
    r"|(?:reporte|reportaje|información|redacción|edición|traducción|escrito|editado|traducido)"
    r"(?: adicional| en español)? (?:de|por)|reportage(?: de)?|rédigé par|édité par"
    r"|version française(?: de)?|(?:reportagem|edição|texto|tradução)(?: adicional)? de"
    r"|(?:tradotto|scritto) da|editing(?: di)?|in redazione|(?:bericht|berichtet|geschrieben"
    r"|redigiert|bearbeitet|zusammengestellt) von)"
)
_CREDITED = rf"(?i:{_ROLE})\s(?=[^\W\d_a-z])"
_ROLES = regex(rf"\W{{0,2}}{_CREDITED}[^;]{{2,120}}[;,.]\s?(?:and )?{_CREDITED}.{{2,200}}")
"""Who reported and who edited a text: two of them."""

_STAFF = regex(
    r"\(?With (?:agency inputs?|inputs? from (?:[A-Z]|agenc|bureau|wire).{1,60})\)?\.?"
    rf"|(?:Reporting|Additional reporting|Writing|Editing) by {_NAMED}(?: and {_NAMED})?\.?"
    rf"|\({_NAMED}, (?:editing|redazione) {_NAMED}\)"
    rf"|\([^()]{{2,40}}\b{_NAME}\s?\)|[(（](?:इनपुट|साभार)\s?[:：–-].{{2,40}}[)）]|"
    r"\(?(?:Reporting|Additional reporting|Writing|Compiled|Edited|Reported) by .{3,300}\)"
    r"|-{1,2}\s?With assistance from .{3,200}|To contact the (?:reporters?|editors?) .{3,200}"
)
_LONGEST, _LONGEST_AGENCY = 350, 16
_PLAIN = regex(r"(?i)30|more|urgent|flash|alert|advisory|\W+")
"""What is a mark only with signs around it."""


def prefilter() -> tuple[str, ...]:
    codes = "[a-z]{2,3}(?:[-/][a-z]{2,4})+|(?:dpa|afp|apa|sda)[ /][a-z][^\n]*"
    alerts = "URGENT|FLASH|ALERT|ADVISORY|BULLETIN|UPDATE|WRAPUP|RPT|REFILE"
    verbs = "RECASTS|ADDS|CORRECTS|REFILES|REPEATS|CLARIFIES|REWRITES|TOPS|REMOVES|DELETES"
    staff = "Reporting|Additional reporting|Writing|Editing|Compiled|Edited|Reported"
    return (
        f"{START}(?:(?:THE )?ENDS?|MORE FOLLOWS|MORE|Enditem|ENDITEM|WRITETHRU){END}",
        f"{START}(?:MORE TO |(?:FULL )?STORY TO FOLLOW|EMBARGOED|(?:EDS?|EDITORS|Eds)[:.]|AP-"
        "|(?:BC|AM|PM)-[A-Z]|END/[A-Z]|END[)] Dow Jones)",
        f"(?i){START}(?:recasts|adds|corrects|refiles|repeats|clarifies|(?:re)?writes|updates)[, ]",
        r"^[^\n]{0,8}[(（【](?:完|了|끝)[)）】]|^\(\([^\n]*[@+]",
        "^[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{4}[EG]",
        f"{START}(?:{alerts})(?: [0-9]+)?{END}",
        f"{START}(?:UPDATE [0-9]+|WRAPUP(?: [0-9]+)?|RPT|REFILE|CORRECT[A-Z]+|BRIEF|FACTBOX)-",
        f"{START}(?:URGENT|LEAD|LD|st LEAD|nd LEAD|rd LEAD|th LEAD|st LD|nd LD|rd LD|th LD)[)] ",
        "^[^A-Za-z\n]*[(](?:[0-9]보|종합[0-9]?보?)[)] ",
        f"{START}(?:ST|ND|RD|TH|st|nd|rd|th) (?:LEAD|Lead|LD|Ld)",
        f"{START}(?:{verbs})[^A-Za-z0-9]",
        f"{START}[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)+/",
        f"{START}[A-Z]{{2,}}(?:-[A-Z0-9]+){{2,}}{END}",
        f"^[^A-Za-z0-9\n]*(?:30|0){END}",
        "^[^A-WYZa-z0-9\n]*[X#*_]{3}[^A-WYZa-z0-9\n]*$",
        f"^[^A-Za-z\n]*/[a-z]{{2,4}}{END}",
        f"{START}(?:{codes}){END}",
        f"{START}(?:dpa-Notizblock|Notizblock|dpa-infocom|dpa-Kontakte|Redaktionelle Hinweise)",
        f"{START}(?:With (?:assistance from|agency input|inputs? from)|To contact the )",
        f"{START}(?:{staff}) by ",
        f"(?i){START}{_ROLE.replace(chr(92) + 's', ' ')}[^\n]*[;,.]",
        "^[(][^()\n]*, (?:editing|redazione) ",
        f"^[(（](?:इनपुट|साभार)|^[(][^()\n]*(?:{_NAMES})[ ]?[)]",
        f"(?i)^[(][^()\n]*(?:{_NAMES_IN_ANY_CASE})[ ]?[)]",
        f"{START}(?:{_NAMES}){END}",
        f"(?i){START}(?:{_NAMES_IN_ANY_CASE}){END}",
    )


def check(context: Context) -> Findings:
    """Yield a finding for a mark before the title, and each at the start or the end of the body."""
    mark = _BEFORE_TITLE.match(context.reading.document.get("title", ""))
    if mark is not None:
        message = f"{quoted(mark[0].strip())} before the title is a mark of a news agency"
        place = context.place("/title")
        yield context.finding(place, message, "the title without it", pointer="/title")
    count = len(context.texts)
    first = range(min(count, _AT_THE_START))
    last = range(max(len(first), count - _AT_THE_END), count)
    for number in (*first, *_editors(context, range(len(first), last.start)), *last):
        if _is_of_agency(context, number) and _is_removable(context, number):
            yield _find(context, context.block(number))
    for paragraph in intro_paragraphs(context):
        text = paragraph.text
        if 0 < len(text) <= SHORT and (_is_mark(text) or _is_written_as_slug(text)):
            yield _find_in_intro(context, paragraph)


def _editors(context: Context, between: range) -> list[int]:
    """Return the numbers of the blocks that are a mark above what the page has below the text."""
    texts = context.texts
    short = [number for number in between if "/" in texts[number][:5] or texts[number] == "(END)"]
    return [number for number in short if _EDITORS.fullmatch(texts[number]) is not None]


def _find_in_intro(context: Context, paragraph: IntroParagraph) -> Finding:
    edits = removal(context, paragraph)
    fix = Fix("remove the paragraph", edits, False, WHY) if edits else None
    message = f"{quoted(paragraph.text)} is a mark of a news agency"
    place, pointer = context.place(paragraph.pointer), paragraph.pointer
    return context.finding(place, message, "the article without it", fix=fix, pointer=pointer)


def _is_of_agency(context: Context, number: int) -> bool:
    """Return whether a block at the start or the end is something that an agency writes there."""
    text = context.texts[number]
    if 0 < len(text) <= SHORT and _is_mark(text):
        return True
    if number < _AT_THE_START and _is_slug(context, number):
        return True
    if number < len(context.texts) - _AT_THE_END:
        return False
    if len(text) <= _LONGEST and (_STAFF.fullmatch(text) or _ROLES.fullmatch(text)):
        return True
    return number >= _AT_THE_START and _is_agency(text)


def _is_removable(context: Context, number: int) -> bool:
    """Return whether a block is text of its own, not one of the items of a list."""
    type_ = context.types[number]
    if type_ == "item":
        return number == len(context.texts) - 1 and _is_one(context, number)
    return type_ in ("paragraph", "heading")


def _find(context: Context, block: Block) -> Finding:
    edits = leave_out(context, block, block)
    fix = Fix("remove the block", edits, False, WHY) if edits else None
    message = f"{quoted(block.text)} is a mark of a news agency"
    return context.finding(context.span(block), message, "the article without it", fix=fix)


def _is_mark(text: str) -> bool:
    if _MARK.fullmatch(text) is None:
        return False
    return text[0] == "#" or _PLAIN.fullmatch(text) is None


def _is_one(context: Context, number: int) -> bool:
    """Return whether a list item is the only one: “- ENDS” is read as such."""
    return number > 0 and context.types[number - 1] != "item"


def _is_slug(context: Context, number: int) -> bool:
    """Return whether a block is a slug with a text below it."""
    text = context.texts[number]
    if number + 1 == len(context.texts) or len(text) > SHORT:
        return False
    return _is_written_as_slug(text)


def _is_written_as_slug(text: str) -> bool:
    return not text[:1].islower() and _SLUG.fullmatch(text) is not None


def _is_agency(text: str) -> bool:
    return len(text) <= _LONGEST_AGENCY and _AGENCY.fullmatch(text) is not None
