"""A file that is not UTF-8 is one finding, and is rewritten only if its encoding is certain."""

from itertools import product

import pytest

from corpusfmt import check
from corpusfmt.config.policy import default_policy
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.text.decode import decode
from corpusfmt.text.reencoding import reencoded
from tests.for_each import for_each
from tests.rules.cases import article, expected, findings, found
from tests.text import test_encoding_guess

SAMPLES = {
    name: text
    for name, text in vars(test_encoding_guess).items()
    if name.isupper() and isinstance(text, str)
}
"""A sentence or two in each of many languages."""

_NAMES = """
windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256
windows-1257 windows-1258 iso-8859-1 iso-8859-2 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7
iso-8859-8 iso-8859-9 iso-8859-13 iso-8859-15 iso-8859-16 mac-roman mac-latin2 mac-cyrillic
mac-greek mac-turkish koi8-r koi8-u cp437 cp737 cp775 cp850 cp852 cp855 cp857 cp866 cp874
shift_jis cp932 euc-jp iso2022_jp gb18030 gbk gb2312 big5 euc-kr cp949 johab utf-16 utf-16-le
utf-16-be utf-32 utf-32-le utf-32-be
"""
ENCODINGS = tuple(_NAMES.split())

REWRITTEN = {
    "windows-1252": ("FRENCH", "SPANISH", "SWEDISH"),
    "windows-1250": ("POLISH", "CZECH", "HUNGARIAN"),
    "windows-1251": ("RUSSIAN", "UKRAINIAN"),
    "windows-1253": ("GREEK",),
    "windows-1254": ("TURKISH",),
    "windows-1255": ("HEBREW",),
    "windows-1256": ("ARABIC",),
    "windows-1257": ("LITHUANIAN",),
    "iso-8859-2": ("POLISH",),
    "mac-roman": ("SPANISH",),
    "koi8-r": ("RUSSIAN",),
    "koi8-u": ("UKRAINIAN",),
    "cp866": ("RUSSIAN",),
    "shift_jis": ("JAPANESE",),
    "euc-jp": ("JAPANESE",),
    "gb18030": ("CHINESE",),
    "big5": ("TAIWANESE",),
    "euc-kr": ("KOREAN",),
    "utf-16": ("FRENCH", "KOREAN"),
    "utf-16-le": ("FRENCH", "RUSSIAN"),
    "utf-16-be": ("FRENCH",),
    "utf-32": ("FRENCH", "JAPANESE"),
    "utf-32-le": ("FRENCH",),
}
"""The samples that are long enough to tell their encoding from every other."""


def rewritten(data: bytes, *, unsafe: bool = True) -> str | None:
    """The text that the fix of a file gives; None where it is left as it is."""
    fixed = fix(Context(data), default_policy((), ("invalid-utf8",)), unsafe=unsafe)
    return fixed.text if fixed.made else None


def test_utf8_is_no_finding() -> None:
    assert found("invalid-utf8", article("Grüße aus Kelsby.").encode()) == []


def test_a_text_that_is_no_bytes_has_no_bytes_to_find() -> None:
    assert found("invalid-utf8", article("a\udc80b")) == []


def test_a_file_is_one_finding_however_many_bytes_are_invalid() -> None:
    data = article(*["ä ö ü"] * 100).encode("windows-1252")
    [finding] = findings("invalid-utf8", data)
    assert finding.byte_offset == data.index(b"\xe4")
    assert (
        ", the first of 300 invalid sequences in 100 lines (5, 7, 9, 11, 13, …);" in finding.message
    )


PLACES = {
    "one byte": (b"# T\n\n\n\ncaf\xe9.\n", ("5:4", "byte E9 at offset 10 is not valid UTF-8")),
    "nothing else": (b"\xff", ("1:1", "byte FF at offset 0 is not valid UTF-8")),
    "two on a line": (
        b"a\xff\xff",
        (
            "1:2",
            "byte FF at offset 1 is not valid UTF-8, the first of 2 invalid sequences in line 1",
        ),
    ),
    "a cut sequence": (
        "é ’ “ ”".encode() + b" \xe2\x80",
        ("1:9", "bytes E2 80 at offset 15 are not valid UTF-8"),
    ),
    "after a carriage return": (b"a\r\nb\r\xff", ("3:1", "byte FF at offset 5 is not valid UTF-8")),
    "damaged in several places": (
        "é é é é\n".encode() * 4 + b"\xc3 \n\xc3 \n\xc3 \xc3 \xc3",
        (
            "5:1",
            "byte C3 at offset 48 is not valid UTF-8, the first of 5 invalid sequences"
            " in lines 5, 6 and 7",
        ),
    ),
    "a character of two bytes": (
        article("青石镇的百年茶馆在老街上，是我们的地方，有人说他不来了。" * 3).encode("gb18030"),
        ("5:1", ""),
    ),
}


@pytest.mark.parametrize(("data", "shown"), PLACES.values(), ids=PLACES)
def test_the_place_counts_characters_and_the_offset_bytes(
    data: bytes, shown: tuple[str, str]
) -> None:
    [(place, _, message)] = found("invalid-utf8", data)
    assert place == shown[0]
    assert message.partition(";")[0] == shown[1] or not shown[1]


LIKELY = {
    "windows-1252": (
        "# Grüße\n".encode("windows-1252"),
        "UTF-8 text; decoded as windows-1252, the text here is “# Grüße”",
    ),
    "damaged": (
        "é é é é".encode() + b" \xc3 ",
        "UTF-8 text; most of the file is UTF-8, so these bytes are probably damaged",
    ),
    "unknown": (b"\x00\xff\x00\xfe\x00", "UTF-8 text"),
    "not wholly": (
        (article("Grüße, schöne Grüße für Käthe. " * 9) + "\n").encode("windows-1252") + b"\x81",
        "UTF-8 text; some bytes are invalid in iso-8859-2 too",
    ),
}


@pytest.mark.parametrize(("data", "wanted"), LIKELY.values(), ids=LIKELY)
def test_what_the_file_may_be_is_reported(data: bytes, wanted: str) -> None:
    assert expected("invalid-utf8", data) == [wanted]


MIXED = {
    "Portuguese": (
        "Não há café. É só água, avó.".encode() + b"\n\nA irm\xe3 disse: \x93n\xe3o\x94.",
        [("E3 (column 6) is ã, 93 (column 15) is “, E3 (column 17) is ã, 94 (column 19) is ”")],
    ),
    "German in two lines": (
        "Größe, Übel, Äpfel, Öl, süß, für.\n".encode() + b"M\xfcnchen\nx\nK\xf6ln",
        ["FC (column 2) is ü", "F6 (column 2) is ö"],
    ),
    "a quotation mark": (
        "l’été à Nîmes, déjà\n".encode() + b"l\x92auteur",
        ["92 (column 2) is ’"],
    ),
    "Polish": (
        "Zażółć gęślą jaźń, łąka\n".encode() + "źródło i żółw".encode("windows-1250"),
        [
            "9F (column 1) is ź, F3 (column 3) is ó, B3 (column 5) is ł, BF (column 10) is ż,"
            " F3 B3 (column 11) is ół"
        ],
    ),
}


@pytest.mark.parametrize(("data", "shown"), MIXED.values(), ids=MIXED)
def test_bytes_of_another_encoding_are_named_line_by_line(data: bytes, shown: list[str]) -> None:
    messages = [message for _, _, message in found("invalid-utf8", data)]
    assert len(messages) == len(shown)
    for message, part in zip(messages, shown, strict=True):
        assert part in message
    assert rewritten(data) is None


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        (name, encoding)
        for encoding, names in REWRITTEN.items()
        for name in names
        if not encoding.startswith("utf")
    ],
)
def test_what_the_text_is_in_the_likely_encoding_is_decoded_from_the_start(
    name: str, encoding: str
) -> None:
    text = article(SAMPLES[name].strip(), SAMPLES[name].strip())
    [wanted] = expected("invalid-utf8", text.encode(encoding))
    assert wanted is not None
    assert wanted.partition("“")[2].strip("…”") in text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_wide_encoding_is_one_finding(encoding: str) -> None:
    data = article("The ferry sailed on Monday.").encode(encoding)
    assert found("invalid-utf8", data) == [
        ("1:1", "", f"the file is {encoding.upper()}, not UTF-8")
    ]


@pytest.mark.parametrize(
    ("name", "encoding"), [(one, each) for each, names in REWRITTEN.items() for one in names]
)
def test_a_file_wholly_in_one_other_encoding_is_rewritten_with_the_option(
    name: str, encoding: str
) -> None:
    text = article(SAMPLES[name].strip())
    assert rewritten(text.encode(encoding)) == text
    assert rewritten(text.encode(encoding), unsafe=False) is None


@for_each(
    {f"{name} {encoding}": (name, encoding) for name, encoding in product(SAMPLES, ENCODINGS)}
)
def test_no_file_is_rewritten_as_another_text(case: tuple[str, str]) -> None:
    name, encoding = case
    text = SAMPLES[name]
    words = [
        text,
        *text.splitlines(keepends=True),
        f"A few words, {text.split()[-1]} among them.\n",
    ]
    for part in words:
        try:
            data = part.encode(encoding)
        except UnicodeEncodeError:
            continue
        if decode(data).text is None:
            assert reencoded(data, decode(data).encoding) in (None, part)


DOUBTFUL = {
    "nothing decodes": b"\xff" * 100,
    "damaged UTF-8": "é é é é".encode() + b" \xc3 ",
    "half of it UTF-8": SAMPLES["SPANISH"].encode() + SAMPLES["SPANISH"].encode("windows-1252"),
    "two encodings": SAMPLES["RUSSIAN"].encode("koi8-r")
    + SAMPLES["RUSSIAN"].encode("windows-1251"),
    "a control character": SAMPLES["SPANISH"].encode("windows-1252") + b"\x03",
    "č or è": b"A short text with tr\xe8s in it.\n",
    "Latin or Cyrillic": "день".encode("windows-1251"),
    "cut UTF-16": SAMPLES["FRENCH"].encode("utf-16-le")[:-1],
    "UTF-16 and UTF-8": SAMPLES["FRENCH"].encode("utf-16-le") + SAMPLES["FRENCH"].encode() * 9,
    "no text": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1",
}


@pytest.mark.parametrize("data", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_doubtful_is_left_as_it_is(data: bytes) -> None:
    assert all(finding.fix is None for finding in findings("invalid-utf8", data))
    assert rewritten(data) is None


def test_a_rewritten_file_is_fixed_as_any_other() -> None:
    data = "# Año\r\n\n\n\nEl presidente anunció que la ley se firmará mañana.\n".encode(
        "windows-1252"
    )
    fixed = fix(Context(data), default_policy(), unsafe=True)
    assert fixed.made == {"invalid-utf8": 1, "carriage-return": 1}
    assert fixed.text == "# Año\n\n\n\nEl presidente anunció que la ley se firmará mañana.\n"


def test_other_problems_are_found_in_the_text_of_the_likely_encoding() -> None:
    text = article(
        "大統領は水曜日に法律に署名すると発表した。政府筋によると、投票は後に行われる予定だ。"
    )
    assert {one.rule for one in check(text.encode("shift_jis")).diagnostics} == {"invalid-utf8"}
