"""Lines in visual order are found and reversed, and lines in their order are not."""

from tests.for_each import for_each
from tests.rules.cases import article, findings, fixed, found

HEBREW = "המעבורת בת 61 השנים הפליגה היום בחורף (ובזמן), אמרו ב-BBC."
ARABIC = "وصلت العبارة القديمة (بعد 14 شهرا) إلى الجزيرة يوم الاثنين."
SOUND = {
    "Hebrew": HEBREW,
    "Arabic": ARABIC,
    "Arabic words that end in la": "فعلا قليلا كاملا حاليا أولا مثلا أصلا فضلا",
    "a single Hebrew word": "המעבורת הפליגה, והמילה היא םולש, בחורף.",
    "Hebrew letters as names of things": "האותיות ם ן ף ץ הן סופיות.",
    "English": "The letters ם, ן and ف are not in it.",
}


def _drawn(text: str) -> str:
    """Return a line as it is drawn: all reversed but for numbers and Latin letters."""
    reversed_line = text[::-1].translate(str.maketrans("()", ")("))
    for word in ("61", "BBC", "14"):
        reversed_line = reversed_line.replace(word[::-1], word)
    return reversed_line


def test_hebrew_is_found_and_reversed() -> None:
    text = article(_drawn(HEBREW))
    assert [where[0] for where in found("visual-order", text)] == ["5:15"]
    assert fixed("visual-order", text) == article(HEBREW)


def test_arabic_is_found_and_reversed() -> None:
    assert fixed("visual-order", article(_drawn(ARABIC))) == article(ARABIC)


def test_a_title_keeps_its_mark() -> None:
    text = "# ףרוחב םויה הגילפה תרובעמה\n\n\n\nText.\n"
    assert fixed("visual-order", text) == "# המעבורת הפליגה היום בחורף\n\n\n\nText.\n"


def test_a_line_with_marks_has_no_fix() -> None:
    [finding] = findings("visual-order", article("ףרוחב םויה **הגילפה** תרובעמה"))
    assert finding.fix is None


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("visual-order", article(text)) == []
