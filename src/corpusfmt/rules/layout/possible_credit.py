"""First line of the body that may be a credit, but is read as a paragraph.

### What it does

Reports a line of two to four capitalized words after the gap (the three blank lines before the
body).

### Why

The line may be the name of a photographer, or the first paragraph. It is read as a paragraph. The
severity is info, since the text alone does not show which it is.

### Fix

There is none. If the line is a credit, write it in bold.

### Example

```article
# Ferry Runs Again



Ida Holm

The first ferry since October sailed on Monday with 61 passengers.
```

```findings
5:1: info: “Ida Holm” is read as a paragraph, but may be a credit
  expected: **Ida Holm**, if it is a credit
```

Use instead, if it is a credit:

```article
# Ferry Runs Again



**Ida Holm**

The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings

SEVERITY = "info"

_LONGEST = 60
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "van", "von"}
)


def check(context: Context) -> Findings:
    """Yield one finding at most: at the line after the gap."""
    if not context.texts or len(context.texts[0]) > _LONGEST:
        return
    token = context.after_gap
    if token is not None and token.type == "PARAGRAPH" and _reads_as_name(line := token.strip()):
        message = f"“{line}” is read as a paragraph, but may be a credit"
        yield context.finding(
            context.reading.span(token), message, f"**{line}**, if it is a credit"
        )


def _reads_as_name(line: str) -> bool:
    if len(line) > _LONGEST or "\n" in line:
        return False
    names = [word for word in line.split() if word not in _PARTICLES]
    return 2 <= len(names) <= 4 and all(map(_is_name, names))


def _is_name(word: str) -> bool:
    """Words such as ``Ida``, ``McCain`` and ``Lind-Holm``, but not ``SPORTS`` or ``Today:``."""
    letters = word.replace("-", "").replace("'", "").replace("’", "")
    return letters.isalpha() and letters[0].isupper() and not letters[1:].isupper()
