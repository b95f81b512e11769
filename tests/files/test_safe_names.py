"""Names from data become names that every file system takes, and no two become one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.files.safe_names import safe_name

PARTS = st.one_of(
    st.text(st.sampled_from('aconCON.:%?" 1~\u00b2\x85é<'), min_size=1, max_size=8),
    st.sampled_from(
        ["CON", "nul", "com1", "COM¹", "LPT9 .x", "conin$", ".git", "GIT~1", ".CorpusFmt"]
    ),
    st.sampled_from(["%43ON", "%2Egit", "a%3Ab", "%25", "%%3A", "%2", "%3a", "%C3%A9", "%2%3A"]),
    st.text(
        st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=9
    ),
).filter(lambda part: part not in (".", ".."))
PATHS = st.lists(PARTS, min_size=1, max_size=3).map("/".join)

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"}
RESERVED |= {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}


def is_valid_on_windows(name: str) -> bool:
    base = name.split(".", maxsplit=1)[0].rstrip(" ").lower()
    return (
        base not in RESERVED
        and not re.search(r'[\x00-\x1f<>:"|?*\\/]', name)
        and name[-1] not in " ."
        and len(name.encode()) <= 255
    )


@given(PATHS)
def test_every_component_is_a_name_on_windows(path: str) -> None:
    path = path.replace("\\", "")
    for ending in (".txt", ".jsonl"):
        for part in (safe_name(path) + ending).split("/"):
            assert is_valid_on_windows(part), part
            assert part.lower() not in (".git", ".corpusfmt", "git~1")


def unescaped(name: str) -> str:
    escaped = r"%(0\d|0[A-F]|1\d|1[A-F]|7F|8\d|8[A-F]|9\d|9[A-F]|22|25|2A|2E|20|3A|3C|3E|3F|7C"
    letters = "".join(f"|{ord(each):02X}" for each in "CcPpAaNnLlGg")
    return re.sub(f"{escaped}{letters})", lambda match: chr(int(match[1], 16)), name)


@given(PATHS)
def test_the_escapes_can_be_decoded(path: str) -> None:
    assert unescaped(safe_name(path)) == path


@given(st.lists(PATHS, min_size=2, max_size=8, unique=True))
def test_different_names_remain_different(paths: list[str]) -> None:
    assert len({safe_name(path) for path in paths}) == len(paths)


@pytest.mark.parametrize(
    "name", ["a.b", "a b", "café", "100%", "caf%C3%A9", "x~1", "console", "a-con", "日本語"]
)
def test_a_safe_name_is_unchanged(name: str) -> None:
    assert safe_name(name) == name
    assert safe_name(f"{name}/{name}") == f"{name}/{name}"


@pytest.mark.parametrize("letter", ["n", "é", "日", "😀", ":"])
def test_a_long_name_is_cut_and_remains_unique(letter: str) -> None:
    names = [safe_name(f"{letter * 300}{number}/{letter * 300}{number}") for number in range(3)]
    assert len(set(names)) == 3
    for name in names:
        assert [
            len(part.encode()) <= most
            for part, most in zip(name.split("/"), (255, 249), strict=True)
        ]
        assert all(len(part.encode()) > 200 for part in name.split("/"))
