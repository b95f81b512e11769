"""Patterns match paths as those of gitignore do."""

import pytest

from corpusfmt.files.globs import GlobError, compile_globs


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            "*.txt",
            ["a.txt", "deep/er/a.txt", ".txt", "a.txt/"],
            ["a.txt.bak", "a.md", "a.txt/b.md"],
        ),
        ("a?c", ["abc", "x/abc"], ["ac", "a/c", "abbc"]),
        ("[a-c]x", ["ax", "y/cx"], ["dx", "-x"]),
        ("[!a-c]x", ["dx"], ["ax", "/x"]),
        ("[^a]x", ["bx"], ["ax"]),
        ("[]x]", ["]", "x"], ["[", "a"]),
        ("[.^]x", [".x", "^x"], ["ax"]),
        ("[ab", ["[ab"], ["a"]),
        ("a[/]b", ["a[/]b"], ["a/b"]),
        (r"\*.txt", ["*.txt"], ["a.txt"]),
        (r"\!a", ["!a"], ["a"]),
        ("a.b+(c)", ["a.b+(c)"], ["axb+(c)", "a.bb(c)"]),
        ("drafts/", ["drafts/", "drafts/a", "x/drafts/a/b"], ["drafts", "mydrafts/a"]),
        ("/drafts", ["drafts", "drafts/"], ["x/drafts"]),
        ("x/drafts/", ["x/drafts/", "x/drafts/a"], ["y/x/drafts/a"]),
        ("a/*", ["a/b", "a/b/"], ["a", "a/", "a/b/c"]),
        ("a/*.txt", ["a/b.txt"], ["a/b/c.txt", "x/a/b.txt"]),
        ("**/a", ["a", "x/a", "x/y/a"], ["xa"]),
        ("a/**", ["a/b", "a/b/c", "a/b/"], ["a", "a/", "x/a/b"]),
        ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb"]),
        ("**", ["a", "a/b"], []),
        ("a**b", ["ab", "axxb"], ["a/b"]),
        ("żółć*", ["żółć", "x/żółć\N{GRINNING FACE}"], ["zolc"]),
        ("a*", ["a\udcff.txt", "a\nb"], []),
    ],
)
def test_pattern_matches_paths(pattern: str, matching: list[str], other: list[str]) -> None:
    globs = compile_globs([pattern])
    assert [path for path in matching + other if globs.match(path)] == matching


@pytest.mark.parametrize(
    ("patterns", "matching", "other"),
    [
        ([], [], ["a"]),
        (["*.txt", "!a*"], ["b.txt"], ["a.txt", "b.md"]),
        (["!a*", "*.txt"], ["a.txt", "b.txt"], ["a.md"]),
        (["*", "!a", "a"], ["a", "b"], []),
    ],
)
def test_last_matching_pattern_decides(
    patterns: list[str], matching: list[str], other: list[str]
) -> None:
    globs = compile_globs(patterns)
    assert [path for path in matching + other if globs.match(path)] == matching


@pytest.mark.parametrize("path", ["a/", "a/b/", "a/b/c", "x/a/b"])
def test_parent_folders_are_matched(path: str) -> None:
    assert compile_globs(["a"]).match_above(path)
    assert not compile_globs(["c/"]).match_above(path)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("", "''"), ("/", "'/'"), ("!", "'!'"), ("[z-a]", "bad character range")],
)
def test_invalid_patterns_are_errors(pattern: str, message: str) -> None:
    with pytest.raises(GlobError) as caught:
        compile_globs(["*.txt", pattern])
    assert message in str(caught.value)
    assert "expected a glob" in str(caught.value)
