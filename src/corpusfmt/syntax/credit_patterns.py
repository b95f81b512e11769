"""Patterns over the kinds of the words of a line, a letter each: which lines are credits.

Section 7 of the specification has the kinds, the same patterns, and how they are used.
"""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.text.patterns import regex

PATTERNS = {
    # A part of a credit, which is what is between “/”, “|”, brackets and dashes.
    "names": "[HPK]{0,2}[NUIDMG](?:[NUIDMGHPKOpve]{0,7}[NUIDMGHPKO])?",
    "agency": (
        "(?:[HNUIDMGKOPT][NUIDMGHPKOpve]{0,7})?,?[pve]?(?:[CZ]:)?A(?:[,:]A|[APKODMZ])*"
        "(?:[pve]{1,2}[NUIDMGHA][NUIDMGHAPpve]{0,5})?[PK]?"
    ),
    "source": (
        "9?{names}(?:(?<=[DMG])x)?|W|[CSZ]{1,3}|N?[LQB](?:{names}|A)|[NUIDMG]{0,3}O[NUIDMGCpvexH]{0,5}"
        "|T(?:{names})?|[PK]{1,2}"
    ),
    "two": "[^/|]*[NUIDMG][NUIpveH]*[NDMGH][^/|]*|[^/|]*[NDG][Ipve]*[NUI][^/|]*",
    # A whole line that is certain.
    "labelled": (
        "[AGU]?[LQ][^.x][^.]{0,23}\\.?|[LQ]x[^.]{0,3}\\.?|(?:{names}|A)?B[NUIDMGHACSZWpve][^.:]{0,10}\\.?"
        "|[PK][/|][NUIDMGACSZK][^.:]{0,10}|[PK]A[^.:]{0,8}|B[^.:]{1,8}\\.B[^.:]{1,8}|[NUIDMG][NUIDMGpve]{0,6}P"
    ),
    "pictured": '[PK][^.:"]{1,14}[/|](?:[^.:"/|]|{agency})',
    "notice": "l?R.{0,14}|r[NUIDMGHACW9R][^:]{0,14}|(?:{names}|[AC])[,/|(]R9?\\)?",
    "desk": "H?[NUIMG][NUIMGpve]{0,4}D",
    # A whole line that is guessed.
    "person": "[NI](?:p{0,2}[NI]){0,2}p{0,2}N[UI]?",
    "people": "(?:{person})(?:[e,](?:{person}))?(?:\\(H?[NUIDMG]{1,4}\\))?|H?G[DM]?",
    "body": "[NUIDMG]{1,3}o(?:[vp]{1,2}[NUIDMG]{1,2})?[PK]?",
    "paper": "H{0,2}[NUID][NUIDMpve]{0,4}(?:vH?[NUI]{1,3})?M|W|W/[NUIDMG]{1,2}|[NUIDMG]{1,2}/W",
    "staff": (
        "(?:{person})[,|v-]{1,2}H?[NUIDMG]{0,4}[DMG]x?|(?:{person}),H?P|(?:{person})-(?:U{1,3}|W)"
        r"|(?:{person})\|(?:W|H?[NUIDMG][NUIDMGHpve]{0,4})"
    ),
    "maker": "(?:{person})|U{2,3}",
    "employer": '"?(?:[HNIpx]{0,2}[UDMG][NUIDMG]{0,3}|HN{1,2})"?',
    "outlet": "[GA][DM]?:(?:{person})",
    "office": "[NUIDMGCpvexPKH]{0,5}O[NUIDMGCpvexPKH]{0,5}",
    "made": "(?:[CP],)?[ACG]{0,3}/?S|S[/|]C{1,3}|C{0,4}Z",
    "unmarked": (
        "[/|]?[PK]p?[NI][Np]{0,2}N|[PK]U{2,3},H?[NUIDMGA]{1,4}|[PK]G|UU/U{1,3}|U{1,3}/UU"
        '|l[NUIDMGACSZWHx][^.x]{0,11}|[^A.:",(/]{1,6}/(?:{person})|G/9?[NUI]{1,3}'
        '|(?:{person}|U{2,3})(?:/[^.,:"()/|9]{1,4}){1,3}'
    ),
    # A whole line that is possible.
    "doubtful": "U{2,3}|[NU](?:/[NU]){1,2}|[PK]C{2,3}",
    # What is after a caption.
    "rest": "\\(?[NUIDMGACSZWH][^.9]{0,11}",
    "any rest": "[^.9]{1,12}",
    "known": "[^AGSZC]*[AGSZC].*|[^NUIDMP]*[NUIDMP].*[NUIDM].*",
    "after": "[NIG](?:[pve]{0,2}[NUIDMGW]){0,3}|U{1,3}|W",
    # The end of a line in which nothing parts caption and credit.
    "one": "[NUIDMG](?:[Ip]{0,3}[NUIDMG])?",
    "several": "H?[NUIDMG](?:[NUIDMGKPOp]{0,4}[NUIDMGKPO])?",
    "wire": "A(?::A|[APK])*(?:[pve]{1,2}[NUIDMGA]{1,5})?",
    "ending agency": '(?:{wire}|{several}[pve]{1,2}{wire}|{one})(?:[/|][^/|.:,"()-]{1,6}){0,4}',
    "ending firm": "[UG]/[NUI]{1,3}|N/[NI][NIp]{0,3}N",
    "ending names": "{one}/[NUIDMGW][NUIDMGpve]{0,4}",
    "ending picture": "P/[NUIDMGAK][NUIDMGpve]{0,4}",
    "ending person": "I?N[Ip]{0,2}N[UN]?",
    "ending label": "[/|]?[PK]p?[NI][Np]{0,2}N",
}
"""The patterns, as regular expressions; ``{name}`` is another pattern."""

_MOST_UNKNOWN = 3
_MOST_PARTS = 6

_BRACKETS = regex(r"[/|]?\(([^()]*)\)(?=[/|-]|$)")
_SLASH = regex("[/|]")
_NAME = regex(r"\{([a-z]+)\}")
_NOTE = regex(r"(?:,[NDKP]){1,3}(?P<bracket>\)?)$")
"""What agencies add to a source, such as “File” and “Pool”."""
_NOT_FREE = regex('[.:",()]')


def _filled(name: str) -> str:
    pattern = PATTERNS[name]
    for inner in _NAME.findall(pattern):
        pattern = pattern.replace("{" + inner + "}", f"(?:{_filled(inner)})")
    return pattern


def matches(kinds: str, *names: str) -> bool:
    """Return whether one of these patterns matches the kinds, all of them."""
    return _any_of(names).fullmatch(kinds) is not None


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return regex("|".join(map(_filled, names)))


def ending(kinds: str, name: str) -> str:
    """Return the longest end of the kinds that a pattern matches and that follows no slash."""
    match = _end(name).search(kinds)
    return "" if match is None else match[0]


@cache
def _end(name: str) -> re.Pattern[str]:
    return regex(f"(?<![/|])(?:{_filled(name)})$")


def without_brackets(kinds: str) -> str:
    """Return kinds without brackets around all of them, or one whose other one is missing."""
    if not kinds.startswith("("):
        return kinds[:-1] if kinds.endswith(")") and "(" not in kinds else kinds
    if ")" not in kinds:
        return kinds[1:]
    is_around = kinds.endswith(")") and "(" not in kinds[1:]
    return kinds[1:-1] if is_around else kinds


def is_certain(kinds: str) -> bool:
    """Return whether words of these kinds are a credit without a doubt."""
    if matches(kinds, "notice", "desk", "pictured"):
        return True
    if kinds.startswith("l") and is_sourced(kinds[1:]):
        return True
    if matches(kinds, "labelled") and kinds.count("x") <= _MOST_UNKNOWN:
        return True
    return is_sourced(kinds) or is_slashed(kinds)


def is_sourced(kinds: str) -> bool:
    """Return whether parts, of which one is an agency, are the sources of a picture."""
    if "A" not in kinds:
        return False
    if "/" in kinds:
        kinds = _NOTE.sub(r"\g<bracket>", kinds)
    flat = _BRACKETS.sub(r"/\1", kinds).lstrip("/|")
    chunks = list(map(_SLASH.split, flat.split("-")))
    return all(map(_are_sources, chunks)) and any(map(_has_agency, chunks))


def _has_agency(parts: list[str]) -> bool:
    return any(matches(part, "agency") for part in parts)


def _are_sources(parts: list[str]) -> bool:
    """Return whether each part is a source: beside an agency, some words of any kind are one.

    Before all agencies it is one word at most, after one of them up to four.
    """
    most = 1 if _has_agency(parts) else 0
    for part in parts:
        if matches(part, "agency"):
            most = 4
        elif not matches(part, "source") and not _is_free(part, most if len(parts) > 1 else 0):
            return False
    return True


def _is_free(part: str, most: int) -> bool:
    return 1 <= len(part) <= most and _NOT_FREE.search(part) is None


def is_slashed(kinds: str) -> bool:
    """Return whether parts with a slash between them are names, one of them of two words."""
    if "/" not in kinds:
        return False
    parts = _SLASH.split(kinds)
    if len(parts) > _MOST_PARTS:
        return False
    return all(matches(part, "source") for part in parts) and any(
        matches(part, "two") for part in parts
    )
