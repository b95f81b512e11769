"""Guess the encoding of bytes that are not UTF-8, for messages and unsafe fixes."""

from collections.abc import Iterable

from corpusfmt.text.patterns import regex


def guess_encoding(data: bytes, place: int) -> str | None:
    """Return the likely true encoding of bytes that are not UTF-8, judged around a byte offset.

    The name is one that ``bytes.decode`` takes: "utf-8" for damaged UTF-8, None where nothing is
    likely.
    """
    wide = guess_wide_encoding(data)
    if wide is not None:
        return wide
    sample = _take_sample(data, place)
    if b"\0" in sample:
        return None  # not text
    if _is_damaged_utf8(sample):
        return "utf-8"
    return _guess_by_alphabet(sample) or _ask_detector(sample) or _guess_western(sample)


def guess_wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 that a mark or the places of NULs show, or None.

    With a mark the name is the one that takes the mark off.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:SAMPLE_BYTES]
    if len(sample) % 2:
        return None
    guess = _guess_by_nulls(sample)
    if guess is None or not _is_plain(sample, guess):
        return None
    return guess


SAMPLE_BYTES = 1 << 16
"""The bytes that a guess looks at: the detector's time grows with them, its certainty hardly."""
_ENOUGH = 16  # bytes beyond ASCII; on fewer the detector names whatever comes first
_MARKS = (  # the longer first: the mark of UTF-16 begins that of UTF-32
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BEYOND_ASCII = regex("[^\x00-\x7f]")
_HIGH_BYTES = regex(rb"[\x80-\xff]")

# What the languages of an encoding write beyond ASCII. The wrong encoding shows letters no one
# language has together.
_WESTERN = (
    "äöüßé",  # German
    "àâæçéèêëîïôœùûüÿ",  # French
    "áéíñóúü",  # Spanish
    "áàâãçéêíóôõúü",  # Portuguese
    "àèéìíòóùú",  # Italian
    "àçèéíïòóúü",  # Catalan
    "åäæöøéü",  # Swedish, Norwegian, Danish, Finnish
    "áéëíïóöüè",  # Dutch
    "áæðéíóöúýþ",  # Icelandic
)
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţ",  # Romanian
    "čćđšž",  # Croatian, Slovenian
)
ALPHABETS = (  # the commoner first, since the first of equals is named
    ("windows-1252", _WESTERN),
    ("windows-1250", _CENTRAL),
    ("windows-1254", ("çğıİöşüâî",)),  # Turkish
    ("windows-1257", ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")),  # Lithuanian, Latvian, Estonian
    ("iso-8859-2", _CENTRAL),
    ("mac-roman", _WESTERN),
    ("cp850", _WESTERN),
)
_SIGNS = frozenset("“”‘’‚„…–—•€™«»‹›§©®°·£¥½¼¾¿¡ªº´\u00a0\u00ad")

# The detector may name these only: its full list holds encodings of mainframes, which win on short
# texts.
_DETECTED = {  # where several give the same text, the first is named
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1254": "windows-1254",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "iso8859_2": "iso-8859-2",
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
    "cp866": "cp866",
    "cp1253": "windows-1253",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp874": "cp874",
    "shift_jis": "shift_jis",
    "cp932": "cp932",
    "euc_jp": "euc-jp",
    "gb18030": "gb18030",
    "big5": "big5",
    "euc_kr": "euc-kr",
    "cp949": "cp949",
}


def _guess_by_nulls(sample: bytes) -> str | None:
    """Return the encoding in which NULs at these places are ASCII.

    Stray NULs are too few or on both sides.
    """
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd < 2 or 10 * (even + odd) <= len(sample) // 2:
        return None
    if len(sample) % 4 == 0 and max(sample[2::4]) <= 0x10 and not any(sample[3::4]):
        return "utf-32-le"
    if len(sample) % 4 == 0 and max(sample[1::4]) <= 0x10 and not any(sample[0::4]):
        return "utf-32-be"
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else None


def _is_plain(sample: bytes, encoding: str) -> bool:
    """Return whether a sample decodes without control characters; its end may be cut off."""
    import codecs

    try:
        return not _CONTROL.search(codecs.getincrementaldecoder(encoding)().decode(sample))
    except UnicodeDecodeError:
        return False


def _take_sample(data: bytes, place: int) -> bytes:
    """Return the bytes around a place, cut at line breaks so that no character is split."""
    first = max(0, min(place - SAMPLE_BYTES // 2, len(data) - SAMPLE_BYTES))
    sample = data[first : first + SAMPLE_BYTES]
    if first:
        sample = sample[sample.find(b"\n", 0, SAMPLE_BYTES // 4) + 1 :]
    if first + SAMPLE_BYTES < len(data):
        cut = sample.rfind(b"\n", len(sample) - SAMPLE_BYTES // 4)
        if cut > 0:
            sample = sample[:cut]
    return sample


def _is_damaged_utf8(sample: bytes) -> bool:
    """Return whether at least as many characters beyond ASCII are UTF-8 as are not."""
    text = sample.decode("utf-8", "replace")
    return len(_BEYOND_ASCII.findall(text)) >= 2 * text.count("\ufffd")


def _guess_by_alphabet(sample: bytes) -> str | None:
    """Return the encoding whose languages best explain a sample of mostly ASCII, or None.

    One character of ten beyond ASCII may be foreign to the language.
    """
    if 4 * len(_HIGH_BYTES.findall(sample)) > len(sample):
        return None
    shares = [(_measure_share(sample, name, alphabets), name) for name, alphabets in ALPHABETS]
    share, name = max(shares, key=lambda pair: pair[0])
    return name if share >= 0.9 else None


def _measure_share(sample: bytes, encoding: str, alphabets: tuple[str, ...]) -> float:
    """Return the share (0 to 1) of the non-ASCII characters that the best language explains."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = _BEYOND_ASCII.findall(text)
    return max(_count_written(beyond, alphabet) for alphabet in alphabets) / len(beyond)


def _count_written(characters: Iterable[str], alphabet: str) -> int:
    return sum(is_written(character, alphabet) for character in characters)


def is_written(character: str, alphabet: str) -> bool:
    """Return whether a character beyond ASCII is in an alphabet or is usual punctuation."""
    return character in alphabet or character in _SIGNS or character.lower() in alphabet


def _ask_detector(sample: bytes) -> str | None:
    """Return the guess of the detector, or None if the sample is too short or has no letters."""
    if len(_HIGH_BYTES.findall(sample)) < _ENOUGH:
        return None
    from charset_normalizer import from_bytes

    try:
        best = from_bytes(sample, cp_isolation=list(_DETECTED)).best()
        if best is None or not any(map(str.isalpha, _BEYOND_ASCII.findall(str(best)))):
            return None
        equals = best.could_be_from_charset
    except Exception:  # a guess is optional: its failure must not hide the problems
        return None
    return next((name for code, name in _DETECTED.items() if code in equals), None)


def _guess_western(sample: bytes) -> str | None:
    """Return "windows-1252" if a sample of mostly ASCII decodes without control characters."""
    if 8 * len(_HIGH_BYTES.findall(sample)) > len(sample):
        return None
    try:
        return None if _CONTROL.search(sample.decode("windows-1252")) else "windows-1252"
    except UnicodeDecodeError:
        return None
