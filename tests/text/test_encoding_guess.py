"""Bytes that are not UTF-8 are given their likely true encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.text.decode import decode

FRENCH = (
    "Le président a déclaré que la réforme serait votée après "
    "l’été. « Nous avons été élus », a-t-il précisé.\n"
)
SPANISH = (
    "El presidente anunció que la ley se firmará mañana. ¿Habrá votación? Según fuentes, sí.\n"
)
SWEDISH = "Regeringen säger att lagen träder i kraft efter omröstningen. Åsa Öberg är nöjd.\n"
POLISH = (
    "Prezydent ogłosił, że ustawa zostanie podpisana już w środę, ponieważ opozycja żąda zmian.\n"
)
CZECH = (
    "Prezident řekl, že zákon podepíše ve středu, protože opozice "
    "žádá změny a příští týden bude hlasování.\n"
)
HUNGARIAN = (
    "Az elnök közölte, hogy a törvényt szerdán írja alá, mert az ellenzék erős módosításokat kér.\n"
)
TURKISH = (
    "Cumhurbaşkanı yasanın çarşamba günü imzalanacağını söyledi. Oylama daha sonra yapılacak.\n"
)
LITHUANIAN = (
    "Prezidentas pranešė, kad įstatymas bus pasirašytas trečiadienį. Balsavimas vyks vėliau.\n"
)
RUSSIAN = (
    "Президент сообщил, что закон будет подписан в среду. По "
    "данным правительства, голосование позже.\n"
)
UKRAINIAN = "Президент повідомив, що закон буде підписано в середу. Її єдність.\n"
GREEK = "Ο πρόεδρος δήλωσε ότι ο νόμος θα υπογραφεί την Τετάρτη. Η ψηφοφορία θα γίνει αργότερα.\n"
HEBREW = "הנשיא הודיע כי החוק ייחתם ביום רביעי. לפי מקורות בממשלה ההצבעה תתקיים מאוחר יותר.\n"
ARABIC = "أعلن الرئيس أن القانون سيوقع يوم الأربعاء. ووفقا لمصادر حكومية سيجري التصويت لاحقا.\n"
JAPANESE = "大統領は水曜日に法律に署名すると発表した。政府筋によると、投票は後に行われる予定だ。\n"
CHINESE = (
    "总统宣布该法律将于星期三签署。据政府消息人士称，投票将在晚些时候举行，因为反对派要求修改。\n"
)
TAIWANESE = (
    "總統宣布該法律將於星期三簽署。據政府消息人士稱，投票將在晚些時候舉行，因為反對派要求修改。\n"
)
KOREAN = (
    "대통령은 수요일에 법안에 서명할 것이라고 발표했다. 정부 소식통에 "
    "따르면 투표는 나중에 실시될 예정이다.\n"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café was full.", "windows-1252"),
        ("é", None),
        ("He said “no” – and left.", "windows-1252"),
        ("It cost £5 – not €6. © Agency", "windows-1252"),
        (FRENCH, "windows-1252"),
        (SPANISH, "windows-1252"),
        (SWEDISH, "windows-1252"),
        (FRENCH, "mac-roman"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (CZECH, "windows-1250"),
        (HUNGARIAN, "windows-1250"),
        (TURKISH, "windows-1254"),
        (LITHUANIAN, "windows-1257"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (
            "The paper Правда had it, and so had the paper Известия, in long words. " * 3,
            "windows-1251",
        ),
        (RUSSIAN, "cp866"),
        (UKRAINIAN, "koi8-u"),
        (GREEK, "windows-1253"),
        (HEBREW, "windows-1255"),
        (ARABIC, "windows-1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (KOREAN, "euc-kr"),
    ],
)
def test_likely_encoding_is_the_true_one(text: str, encoding: str | None) -> None:
    data = text.encode(encoding or "latin-1")
    assert decode(data).encoding == encoding
    assert encoding is None or data.decode(encoding) == text


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", ["Hello.\n", FRENCH, RUSSIAN, KOREAN, FRENCH * 1000])
def test_wide_encodings_show_in_marks_and_nulls(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert decode(data).encoding == encoding
    assert data.decode(encoding) == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"One stray NUL \0 is no UTF-16.\n", "utf-8"),
        (b"\0", "utf-8"),
        (b"a\0bc", "utf-8"),
        (b"\0\0\0\0", "utf-8"),
        ("żółć i ".encode() + b"\xe9", "utf-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1", None),
        (b"\xff" * 1000, None),
        (b"a" * 200_000 + b"caf\xe9 " + b"b" * 200_000, "windows-1252"),
        ((b"a" * 50 + b"\n") * 4_000 + JAPANESE.encode("shift_jis") * 2_000, "shift_jis"),
    ],
)
def test_other_bytes(data: bytes, encoding: str | None) -> None:
    assert decode(data).encoding == encoding


@given(st.binary(max_size=200))
def test_any_guess_is_a_name_that_decodes(data: bytes) -> None:
    encoding = decode(data).encoding
    assert encoding is None or isinstance(data.decode(encoding, "replace"), str)


def test_failing_detector_hides_no_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("charset_normalizer.from_bytes", fail)
    decoded = decode(RUSSIAN.encode("windows-1251"))
    assert (bool(decoded.problems), decoded.encoding) == (True, None)
