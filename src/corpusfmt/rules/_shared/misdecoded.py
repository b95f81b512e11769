"""Text of an older encoding that was decoded as another, such as `Ïðèâåò` for `Привет`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_WESTERN, _DOS = "windows-1252", "cp437"

_MOST = 20_000
"""How many characters of a text decide how it was decoded."""


class Mistake(NamedTuple):
    """What a text was encoded in and decoded as, and how it is recognized.

    A text is of this kind if it has all characters of ``gate``, matches ``telling`` at least
    ``fewest`` times, and at least ``share`` of the characters beyond ASCII of the right text, of
    those that are letters, are in ``frequent``; or of the first character of the gate, if
    ``frequent`` is empty.
    """

    encoding: str
    decoded: str
    gate: str
    telling: str
    frequent: str
    share: float = 0.4
    fewest: int = 3


_SECOND = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""A byte of UTF-8 after the first one, decoded as another encoding: mostly a sign."""
_HIGH = "[\\x80-\\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_RUN = rf"(?<![A-Za-z]){_HIGH}{{4,}}(?![A-Za-z])"
_PAIRS = f"{_HIGH}{{4,}}"
_SWAPPED = "[А-ЯЁ]{4,}"


def _quoted(marks: str) -> str:
    """Return a pattern of words between quotation marks that were decoded as these letters."""
    first, last = marks[0], marks[1]
    return rf"{first}(?<![A-Za-z].)[A-Za-z][^{marks}\n]{{1,300}}{last}(?![A-Za-z])"


def _dash(letter: str) -> str:
    """Return a pattern of what a dash between spaces was decoded as."""
    return rf"{letter}(?<=[\w)”\"'.,] {letter}) (?=\w)"


def _inside(letter: str, following: str = "a-z") -> str:
    """Return a pattern of what a letter was decoded as, in a word in lower case."""
    return f"{letter}(?<=[a-z]{letter})[{following}]"


_RUSSIAN, _GREEK = "оеаинтсрвлкдпуі", "αοιετνσρηκυλπςμ"
_HEBREW, _ARABIC = "יוהלאמרתבשנ", "اليمنرتوبدسعفة"
_THAI = "านรอกเงมยลวด่้ี"
_CHINESE = "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会"
_TAIWANESE = "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會"
_KANA = "のにはをたがでてとしれさいるなもかんらこうスンルイトラ"
_KOREAN = "이다에는의을가고하지로기한사를은도자인서"
_POLISH, _CZECH = "ąćęłńóśźż", "áčďéěíňóřšťúůýž"
_LITHUANIAN, _LATVIAN = "ąčęėįšųūž", "āčēģīķļņšūž"
_LATIN_2 = "[a-zæêñ³¿][±¶¼](?![0-9])"
_BALTIC_WORD = "[a-z][ðþàæøûèâîçò]|[ðþ][a-z]"
_TURKISH, _HUNGARIAN, _ROMANIAN = "çğıİöşüâî", "áéíóöőúüű", "ăâîşţ"

_ITALIAN, _FRENCH = "àèéìíîòóùú", "àâæçèéêëîïôùûüœ"
_LAST = r"ŕ(?![^\W\d_])"
"""The letter at the end of a word, or alone: in Slovak it is inside of words."""

_CUT = (
    r"â(?:(?<=nâ)t|(?<=Iâ)m|(?<=[iI]tâ)s|(?<=hatâ)s|(?<=[hH]eâ)s|(?<=[wW]eâ)(?:re|ve|ll)"
    r"|(?<=eyâ)(?:re|ve|ll)|(?<=ouâ)(?:re|ve|ll))\b"
)
"""English words with an apostrophe of which only the first byte is left, as in “donât”."""

_MISTAKES = (
    Mistake("windows-1251", _WESTERN, "îåà", _RUN, _RUSSIAN, 0.5),
    Mistake("koi8-r", _WESTERN, "ÏÅÁ", _RUN, _RUSSIAN, 0.5),
    Mistake("iso-8859-5", _WESTERN, "ÞÐÕ", _RUN, _RUSSIAN, 0.5),
    Mistake("windows-1253", _WESTERN, "ïáô", _RUN, _GREEK, 0.5),
    Mistake("windows-1255", _WESTERN, "åìéä", _RUN, _HEBREW, 0.5),
    Mistake("windows-1256", _WESTERN, "Çáíã", _RUN, _ARABIC, 0.5),
    Mistake("cp874", _WESTERN, "¹ÒÃ", _RUN, _THAI, 0.4, 1),
    Mistake("gb18030", _WESTERN, "µÄ", _PAIRS, _CHINESE, 0.1, 1),
    Mistake("big5", _WESTERN, "ªº", _PAIRS, _TAIWANESE, 0.1, 1),
    Mistake("gb18030", _WESTERN, "£¬¡", _PAIRS, _CHINESE, 0.1, 1),
    Mistake("shift_jis", _WESTERN, "‚Ì", "‚[^ ]", _KANA, 0.15),
    Mistake("shift_jis", _WESTERN, "\x82Ì", "\x82[^ ]", _KANA, 0.15),
    Mistake("euc-jp", _WESTERN, "¤Î", _PAIRS, _KANA, 0.15, 1),
    Mistake("euc-kr", _WESTERN, "´Ù", _PAIRS, _KOREAN, 0.15, 2),
    Mistake("iso8859-2", _WESTERN, "³±", _LATIN_2, _POLISH, 0.95, 2),
    Mistake("iso8859-2", _WESTERN, "³¶", _LATIN_2, _POLISH, 0.95, 2),
    Mistake("windows-1250", _WESTERN, "³", "[a-zæêñœ][¹³¿][a-z]", _POLISH, 0.95),
    Mistake("windows-1250", _WESTERN, "¹", "[a-zæêñœ][¹³¿][a-z]", _POLISH, 0.95),
    Mistake("windows-1250", _WESTERN, "øìè", r"[A-Za-z][ìøè]|\b[øè][a-zíá]", _CZECH, 0.98, 4),
    Mistake("windows-1250", _WESTERN, "ûõ", "[a-z][õû]|[õû][a-z]", _HUNGARIAN, 0.98),
    Mistake("windows-1250", _WESTERN, "þºã", "[a-z][þº]", _ROMANIAN, 0.98, 2),
    Mistake(_WESTERN, "windows-1250", "ŕ", _LAST, _ITALIAN, 0.95, 2),
    Mistake(_WESTERN, "windows-1250", "ŕ", _LAST, _FRENCH, 0.95, 2),
    Mistake("windows-1254", _WESTERN, "þý", "[a-z][ýþð]", _TURKISH, 0.98, 4),
    Mistake("koi8-r", "windows-1251", "ПБЙ", _SWAPPED, _RUSSIAN, 0.6, 5),
    Mistake("windows-1251", "koi8-r", "ХЮ", _SWAPPED, _RUSSIAN, 0.6, 5),
    Mistake("windows-1257", _WESTERN, "ðë", _BALTIC_WORD, _LITHUANIAN, 0.98, 4),
    Mistake("windows-1257", _WESTERN, "âîð", _BALTIC_WORD, _LATVIAN, 0.98, 4),
    Mistake("windows-1251", "cp866", "юЁ", "[а-яєў]Ё", _RUSSIAN, 0.5),
    Mistake("cp866", "windows-1251", "®Ґ", "[а-яЁўҐ]*[®Ґ][а-яЁўҐ]", _RUSSIAN, 0.5),
    Mistake("utf-8", "gb18030", "锛", "[锛銆]", "", 0, 2),
    Mistake("utf-8", "gb18030", "銆", "[锛銆]", "", 0, 2),
    Mistake("utf-8", "gb18030", "鈥", r"鈥(?<=[A-Za-z0-9.,;!?\s]鈥)", "", 0, 1),
    Mistake("utf-8", _WESTERN, "â", _CUT, "", 0, 1),
    Mistake("utf-8", _WESTERN, 'â"', r"â(?:€[\"']|\"[¢˜œ™])", "", 0, 1),
    Mistake("utf-8", _WESTERN, "â'", "â€'", "", 0, 1),
    Mistake("utf-8", "windows-1254", "ğŸ", r"ğŸ(?![\w\s])", "", 0, 1),
    Mistake("shift_jis", _WESTERN, "‚ð", "[‚ƒ][^ ]", _KANA, 0.15),
    Mistake(_WESTERN, "windows-1253", "ι", "[A-Za-z]ι|ι[A-Za-z]", _FRENCH, 0.9, 2),
    Mistake(_WESTERN, "windows-1253", "φ", "[A-Za-z][φόδί]|[φό][a-z]", "äöüß", 0.9, 3),
    Mistake("utf-8", "shift_jis", "縺", "[縺繧][ｦ-ﾟ\u4e00-\u9fff]", "", 0, 3),
    Mistake("utf-8", _WESTERN, "æåç", f"[ä-é]{_SECOND}{{2}}[ä-é]{_SECOND}{{2}}", "", 0, 3),
    Mistake("utf-8", _WESTERN, "™€", "€[™œ˜¦](?<=[aA]..)", "", 0.5, 1),
    Mistake("utf-8", "windows-1255", "׳", f"׳(?:[₪×÷]|{_SECOND})(?=׳)", "", 0.3, 4),
    Mistake("utf-8", "cp874", "เธ", f"(?:เ[ธน](?:[ก-๛]|{_SECOND})){{3}}", "", 0, 1),
    Mistake("cp437", _WESTERN, "\x81„", "„(?<=[a-z]„)[a-z]", "", 0.5, 1),
    Mistake("cp437", _WESTERN, "‚Š", "‚(?<=[a-z]‚)[a-z ]", "", 0.5, 3),
    Mistake("utf-8", "koi8-r", "п╣", "[пя][─-╬]", "", 0, 4),
    Mistake("utf-8", "koi8-r", "╬п", "[пя][─-╬]", "", 0, 4),
    Mistake("utf-8", "cp866", "╨╤", "[╨╤][А-Яа-я─-▓]", "", 0, 4),
    Mistake("mac-roman", _WESTERN, "Õ", "[a-zé]Õ[a-zé]", "", 0, 1),
    Mistake("mac-roman", _WESTERN, "Ð", _dash("Ð"), "", 0.5, 1),
    Mistake("mac-roman", _WESTERN, "Ñ", _dash("Ñ"), "", 0.5, 2),
    Mistake("mac-roman", _WESTERN, "É", r"É(?<=[a-z]É)(?:\s|\Z)", "", 0.5, 1),
    Mistake("mac-roman", _WESTERN, "Ž", _inside("Ž", "a-z "), "", 0.5, 2),
    Mistake("mac-roman", _WESTERN, "Ÿ", _inside("Ÿ"), "", 0.5, 2),
    Mistake("mac-roman", _WESTERN, "ÒÓ", _quoted("ÒÓ"), "", 0.5, 1),
    Mistake("mac-roman", _WESTERN, "Š", _inside("Š"), "", 0.5, 2),
    Mistake("mac-roman", _WESTERN, "Œ", _inside("Œ", "a-z "), "", 0.5, 2),
    Mistake("mac-roman", _WESTERN, "‡", _inside("‡"), "", 0.5, 2),
    Mistake("mac-roman", _WESTERN, "‹", "‹(?<=[a-z]‹)o", "", 0.5, 2),
    Mistake("mac-roman", _WESTERN, "¿", _inside("¿"), "", 0.5, 2),
    Mistake(_WESTERN, "mac-roman", "È", _inside("È"), "", 0.5, 2),
    Mistake(_WESTERN, "mac-roman", "‰", _inside("‰"), "", 0.5, 2),
    Mistake(_WESTERN, "mac-roman", "Û", _inside("Û"), "", 0.5, 2),
    Mistake(_WESTERN, "mac-roman", "¸", "¸(?<=[bdf-rv-z]¸)[a-z]", "", 0.4, 2),
    Mistake(_WESTERN, "mac-roman", "ó", _dash("ó"), "", 0.9, 1),
    Mistake(_WESTERN, "mac-roman", "ñ", "ñ(?<=[0-9]ñ)[0-9]", "", 0.5, 1),
    Mistake(_WESTERN, "mac-roman", "ìî", _quoted("ìî"), "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "Æ", r"Æ(?<=[a-z]Æ)(?:s|t|re|ve|ll|m|d)\b", "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "ú", r"ú(?<![^\W\d_].)[0-9]", "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "ù", _dash("ù"), "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "û", "û(?<=[0-9]û)[0-9]", "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "ôö", _quoted("ôö"), "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "ⁿ", _inside("ⁿ", "a-zΣ÷"), "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "Σ", _inside("Σ"), "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "÷", _inside("÷", "a-zΣⁿ"), "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "Θ", _inside("Θ", "a-z ,.’"), "", 0.4, 1),
    Mistake(_WESTERN, _DOS, "σ", _inside("σ", "a-z°"), "", 0.5, 1),
    Mistake(_WESTERN, _DOS, "≤", _inside("≤", "a-z "), "", 0.5, 2),
    Mistake(_WESTERN, _DOS, "τ", _inside("τ"), "", 0.5, 1),
    Mistake(_WESTERN, "mac-roman", "í", r"í(?<=[a-zI]í)(?:t|s|re|ve|ll|m|d)\b", "", 0.8, 2),
)
"""The mistakes that are known. Several encodings share letters, so the best share counts."""

_GATES: dict[str, list[int]] = {}
"""The numbers of the mistakes by the first characters of their gates: a fast test."""

for _number, _mistake in enumerate(_MISTAKES):
    _GATES.setdefault(_mistake.gate[0], []).append(_number)

_ALPHABET = 0.9
"""From this share on, the frequent letters are all that the language has beyond ASCII."""

_INSIDE_DOS = regex("[ΣσΘΦτΩΓε≤φ÷ⁿα](?:(?<=[a-z].)|(?=[a-z]))")
"""Letters with accents that were decoded as this encoding, which is known, beside other letters."""

_ASCII = regex("[A-Za-z]")
_BEYOND_ASCII = regex("[^\\0-\\x7f]")


def find_mistake(text: str, signs: frozenset[str]) -> Mistake | None:
    """Return how a text, whose characters beyond ASCII are ``signs``, was wrongly decoded.

    None where this is not known.
    """
    gates = _GATES.keys() & signs
    if not gates:  # as for most texts
        return None
    best: tuple[float, Mistake] | None = None
    for number in sorted(number for gate in gates for number in _GATES[gate]):
        mistake = _MISTAKES[number]
        if not signs.issuperset(mistake.gate):
            continue
        score = _score(text[:_MOST], mistake)
        if score > 0 and (best is None or score > best[0]):
            best = (score, mistake)
    return None if best is None else best[1]


def is_damaged(line: str, mistake: Mistake) -> bool:
    """Return whether a line of such a text was decoded wrongly."""
    if line.isascii():
        return False
    again = decode_again(line, mistake)
    if mistake.share > _ALPHABET and again is not None:
        return again != line
    if _pattern(mistake.telling).search(line) is not None:
        return True
    if mistake.decoded == _DOS and _INSIDE_DOS.search(line) is not None:
        return mistake.encoding == _WESTERN
    if again is None or _ASCII.search(line) is not None:
        return False
    return mistake.decoded == _WESTERN or _share(again, mistake) > _share(line.lower(), mistake)


def first_sign(line: str, mistake: Mistake) -> tuple[int, int]:
    """Return the span of what shows in a line that it was decoded wrongly."""
    match = _pattern(mistake.telling).search(line)
    if match is None and mistake.decoded == _DOS:
        match = _INSIDE_DOS.search(line)
    match = match or _BEYOND_ASCII.search(line)
    return match.span() if match else (0, len(line))


def decode_again(line: str, mistake: Mistake) -> str | None:
    """Return a line in the right encoding; None where some of its characters are lost."""
    data = _encode(line, mistake.decoded)
    if data is None:
        return None
    try:
        return data.decode(mistake.encoding)
    except UnicodeDecodeError:
        return None


def _score(text: str, mistake: Mistake) -> float:
    """Return how likely a text was decoded so: 0 if it was not, up to 1."""
    matches = list(_pattern(mistake.telling).finditer(text))
    if len(matches) < mistake.fewest:
        return 0
    if not mistake.frequent:
        share = len(matches) / text.count(mistake.gate[0])
        return 0.5 if share >= mistake.share else 0
    is_whole = mistake.share > _ALPHABET
    pieces = text.split("\n") if is_whole else list(_lines(text, matches))
    own = 0.0 if is_whole else _share("".join(pieces).lower(), mistake)
    right: list[str] = []
    for piece in pieces:
        right.append(decode_again(piece, mistake) or "")
    decoded = "".join(right)
    share = _share(decoded.lower() if is_whole else decoded, mistake)
    return share if share >= max(mistake.share, own) else 0


def _share(text: str, mistake: Mistake) -> float:
    """Return the share of the letters beyond ASCII that are frequent in the right text."""
    letters = "".join(filter(str.isalpha, _BEYOND_ASCII.findall(text)))
    if len(letters) < mistake.fewest:
        return 0
    return sum(map(letters.count, mistake.frequent)) / len(letters)


def _lines(text: str, matches: list[re.Match[str]]) -> Iterator[str]:
    """Yield the lines that have matches."""
    last = -1
    for match in matches:
        if match.start() < last:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        last = text.find("\n", match.end())
        last = len(text) if last < 0 else last
        yield text[start:last]


def _encode(line: str, encoding: str) -> bytes | None:
    """Return the bytes of a line; None where it has other characters than the encoding.

    Bytes that an encoding does not have are written as controls by programs.
    """
    try:
        return line.encode(encoding)
    except UnicodeEncodeError:
        pass
    if not encoding.startswith(("windows-", "cp874")):
        return None
    data = bytearray()
    for character in line:
        code = ord(character)
        if 0x80 <= code < 0xA0:
            data.append(code)
            continue
        try:
            data += character.encode(encoding)
        except UnicodeEncodeError:
            return None
    return bytes(data)


@cache
def _pattern(telling: str) -> re.Pattern[str]:
    return regex(telling)
