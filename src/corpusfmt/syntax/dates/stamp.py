"""The days and times in the classes of a line's tokens."""

from __future__ import annotations

import re

from corpusfmt.syntax.dates.days import is_day
from corpusfmt.text.annotations import Literal
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

Label = Literal["published", "updated"]
Kept = list[tuple[str, str]]
"""The reading and the text of each token that is not ignored."""

# Patterns of classes, a character a token: N number of one or two digits, Y of four, D of eight, n
# of others, M month, p and u labels, H half of a day, t word of a clock, m of minutes, z zone, and
# signs. A number after a word of a clock is not its minutes if it begins a day.
DAY = regex(
    r"""(?P<d1>N)[-./]*(?P<m1>M)[-./]*(?P<y1>Y)
      | (?P<m2>M)[-./]*(?P<d2>N)[-./]*(?P<y2>Y)
      | (?P<y3>Y)[-./]*(?P<m3>M)[-./]*(?P<d3>N)
      | (?P<y4>Y)\.?(?P<d4>N)\.?(?P<m4>M)
      | (?P<a5>N)(?P<s5>[-./])(?P<b5>N)(?P=s5)(?P<y5>Y)
      | (?P<y6>Y)(?P<s6>[-./])(?P<m6>N)(?P=s6)(?P<d6>N)
      | (?P<day>D)""",
    re.VERBOSE,
)
TIME = regex(
    r"""[-.:/]* t? (?P<half>H)? t? (?P<hour>N)
        (?: (?: [:.] | t(?! N[-./]*M | N(?P<a>[-./])N(?P=a) ) ) (?P<minute>N)
            (?: (?: [:.] | [tm](?! N[-./]*M | N(?P<b>[-./])N(?P=b) ) ) (?P<second>N)
                (?: \.(?P<fraction>[NnYD]) )? )? )?
        (?P<word>[tm]*) (?P<half2>H)? t* (?P<zone>z{1,2})?
        (?: (?P<sign>[-+])(?P<hours>[NY])(?: :(?P<minutes>N) )? (?! [-./]*M | [-./]+N )
            (?P<same>z)? )?""",
    re.VERBOSE,
)
LABELS_OF_DATE = regex(r"(?P<label>p+|u+)[-:./]*")
BETWEEN = regex(r"[-:./]*")
_LABELS: dict[str, Label] = {"p": "published", "u": "updated"}
_FIRST_THAI, _LAST_THAI = "\u0e00", "\u0e7f"
_FIRST_BUDDHIST_YEAR, _LAST_BUDDHIST_YEAR, _BUDDHIST_YEARS = 2400, 2643, 543
_FIRST_NATIVE_YEAR = 1700
_MOST_DIGITS_OF_FRACTION = 9
_NO_OFFSETS = ("+00:00", "-00:00")
_NOON, _FIRST_AFTER_NOON = 2, 9


class Stamp(NamedTuple):
    """A day, perhaps with a time, and its label."""

    label: Label
    iso: str
    is_ambiguous: bool
    unread: str


def read_stamps(tokens: Kept, day_first: bool) -> list[Stamp] | None:
    """Return the dates that the tokens are, or None where they are anything else."""
    line = _Line(tokens, day_first)
    if line.classes[-1:] in ("p", "u"):
        return line.read(labels_last=True)
    return line.read(labels_last=False)


class _Day(NamedTuple):
    iso: str
    is_ambiguous: bool


class _Time(NamedTuple):
    iso: str
    unread: str


class _Line:
    """The tokens of a line, and how far they are read."""

    def __init__(self, tokens: Kept, day_first: bool) -> None:
        self.tokens = tokens
        self.day_first = day_first
        self.classes = "".join(reading[0] for reading, _ in tokens)
        self.position = 0

    def read(self, *, labels_last: bool) -> list[Stamp] | None:
        stamps: list[Stamp] = []
        while self.position < len(self.classes):
            label = None if labels_last else self._label()
            stamp = self._stamp(label or "published")
            if stamp is None:
                return None
            if labels_last:
                self._skip()
                last = self._label()
                if last is None and stamps:
                    return None
                stamp = stamp._replace(label=last or stamp.label)
            stamps.append(stamp)
            self._skip()
        return stamps

    def _label(self) -> Label | None:
        match = LABELS_OF_DATE.match(self.classes, self.position)
        if match is None:
            return None
        self.position = match.end()
        return _LABELS[match["label"][0]]

    def _skip(self) -> None:
        match = BETWEEN.match(self.classes, self.position)
        self.position = match.end() if match else self.position

    def _stamp(self, label: Label) -> Stamp | None:
        """Return the day at the position, after it or before it a time, and move past them."""
        day_match = DAY.match(self.classes, self.position)
        if day_match is None:
            time_match = self._match_time()
            if time_match is None:
                return None
            self.position = time_match.end()
            self._skip()
            day_match = DAY.match(self.classes, self.position)
            if day_match is None:
                return None
            self.position = day_match.end()
        else:
            self.position = day_match.end()
            time_match = self._match_time()
            self.position = time_match.end() if time_match else self.position
        day = self._day(day_match)
        time = self._time(time_match) if time_match else _Time("", "")
        if day is None or time is None:
            return None
        return Stamp(label, day.iso + time.iso, day.is_ambiguous, time.unread)

    def _match_time(self) -> re.Match[str] | None:
        """Return the match of a time; a number alone is none."""
        match = TIME.match(self.classes, self.position)
        if match is None:
            return None
        is_time = match["minute"] or match["half"] or match["half2"] or "t" in match[0]
        return match if is_time else None

    def _text(self, match: re.Match[str], group: str) -> str:
        return self.tokens[match.start(group)][1]

    def _day(self, match: re.Match[str]) -> _Day | None:
        if match["day"]:
            text = self._text(match, "day")
            return _calendar_day(text[:4], int(text[4:6]), int(text[6:]))
        if match["a5"]:
            return self._numeric_day(match)
        number = next(number for number in "12346" if match[f"y{number}"])
        year, day = self._text(match, f"y{number}"), int(self._text(match, f"d{number}"))
        reading, name = self.tokens[match.start(f"m{number}")]
        if number == "6":
            return _calendar_day(year, int(name), day)
        after_day = self.classes[match.end(f"d{number}") : match.end(f"d{number}") + 1]
        if reading[3:] and (reading[3:] == ".") != (after_day == "."):
            return None
        if _FIRST_THAI <= name[0] <= _LAST_THAI and int(year) >= _FIRST_BUDDHIST_YEAR:
            year = str(int(year) - _BUDDHIST_YEARS)
        return _calendar_day(year, int(reading[1:3]), day)

    def _numeric_day(self, match: re.Match[str]) -> _Day | None:
        year = self._text(match, "y5")
        if _FIRST_BUDDHIST_YEAR <= int(year) <= _LAST_BUDDHIST_YEAR:  # no other calendar has it
            year = str(int(year) - _BUDDHIST_YEARS)
        first, second = int(self._text(match, "a5")), int(self._text(match, "b5"))
        month_first = _calendar_day(year, first, second)
        day_first = _calendar_day(year, second, first)
        if month_first is None or day_first is None:
            return month_first or day_first
        if match["s5"] == ".":
            return day_first
        chosen = day_first if self.day_first else month_first
        return _Day(chosen.iso, first != second)

    def _time(self, match: re.Match[str]) -> _Time | None:
        hour = int(self._text(match, "hour"))
        minute = self._text(match, "minute") if match["minute"] else "00"
        second = self._second(match)
        if second is None or (len(minute) != 2 and not match["word"]):
            return None
        half = self._half(match)
        if half is not None and not 1 <= hour <= 12:
            return None
        hour = _hour_of_half(hour, half)
        if hour > 23 or int(minute) > 59 or second[1:3] > "59":
            return None
        zone = self._zone(match)
        if zone is None:
            return None
        return _Time(f"T{hour:02}:{int(minute):02}{second}{zone.iso}", zone.unread)

    def _second(self, match: re.Match[str]) -> str | None:
        """Return the seconds with their colon and fraction, empty if none are printed."""
        if not match["second"]:
            return ""
        second = self._text(match, "second")
        if len(second) != 2 and not match["word"]:
            return None
        fraction = self._text(match, "fraction") if match["fraction"] else ""
        if len(fraction) > _MOST_DIGITS_OF_FRACTION:
            return None
        return f":{int(second):02}" + (f".{_ascii(fraction)}" if fraction else "")

    def _half(self, match: re.Match[str]) -> int | None:
        group = "half" if match["half"] else "half2"
        return int(self.tokens[match.start(group)][0][1]) if match[group] else None

    def _zone(self, match: re.Match[str]) -> _Time | None:
        """Return the offset as the document has it, and the name of a zone that is not read."""
        offset = self._offset(match) if match["sign"] else ""
        if offset is None:
            return None
        names = self.tokens[match.start("zone") : match.end("zone")] if match["zone"] else []
        known = {reading[1:] for reading, _ in names if reading != "z?"}
        if offset:
            return _Time(offset, "") if self._agrees(match, offset, known) else None
        if len(known) > 1:
            return None
        if known:
            return _Time(known.pop(), "")
        return _Time("", " ".join(name.upper() for _, name in names))

    def _agrees(self, match: re.Match[str], offset: str, known: set[str]) -> bool:
        """Return whether the zones beside an offset have it."""
        is_same = not match["same"] or self._is_of_offset(match.start("same"), offset)
        return is_same and known <= {"Z", offset}

    def _is_of_offset(self, index: int, offset: str) -> bool:
        """Return whether the name of a zone after an offset has it, or is not read."""
        name = self.tokens[index][0][1:]
        return name in ("?", offset) or (name == "Z" and offset in _NO_OFFSETS)

    def _offset(self, match: re.Match[str]) -> str | None:
        hours = _ascii(self._text(match, "hours"))
        minutes = _ascii(self._text(match, "minutes")) if match["minutes"] else "00"
        if len(hours) == 4:
            hours, minutes = hours[:2], hours[2:]
        if int(hours) > 23 or minutes > "59" or len(minutes) != 2:
            return None
        return f"{self._text(match, 'sign')}{int(hours):02}:{minutes}"


def _hour_of_half(hour: int, half: int | None) -> int:
    """Return the hour from 0 to 23 of one of the first half of a day, the second, or of noon."""
    if half is None or (half == _NOON and hour > _FIRST_AFTER_NOON):
        return hour
    return hour % 12 + (12 if half else 0)


def _calendar_day(year: str, month: int, day: int) -> _Day | None:
    """Return a day of the calendar.

    None for a year in other than ASCII digits that is one of another calendar.
    """
    if not year.isascii() and int(year) < _FIRST_NATIVE_YEAR:
        return None
    if not is_day(int(year), month, day):
        return None
    return _Day(f"{int(year):04}-{month:02}-{day:02}", False)


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(map(str, map(int, digits)))
