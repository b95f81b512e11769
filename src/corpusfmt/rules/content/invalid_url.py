"""Invalid URL.

### What it does

Reports the URL of an article if its scheme is not `http` or `https`, or its host has no dot. Words
in place of the URL (`Original url: unknown`) are read as a URL, and are reported, too.

Links may also lead to mail addresses, telephone numbers and the like. A link is reported if it:

- is relative to the page it comes from (`/news/ferry`)
- leads to a file on somebody’s computer (`file:`)
- contains a space or a bracket
- has two schemes (`http://https://…`) or a misspelt one (`htps://…`)
- has an invalid host

The URL of the article, a link or an image with `&amp;` in it is reported, too: web pages write `&`
like this.

In doubtful cases, a URL is valid if a browser can parse it (by the WHATWG URL standard).

### Why

Nobody can follow an invalid URL, and tools that group articles by host fail on it.

### Fix

The fix completes a relative URL from the URL of the article, or corrects the scheme. It is unsafe:
the link may come from another page, and the scheme is a guess.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday, says the [timetable](/timetable).

Original url:

<https://skerrynews.example/ferry>
```

```findings
5:60: warning: relative URL: “/timetable”
  expected: https://skerrynews.example/timetable
```

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

unknown
```

```findings
9:1: warning: invalid URL: “unknown”
  expected: a URL such as https://www.example.org/article, or no “Original url:”
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday, says the [timetable](https://skerrynews.example/timetable).

Original url:

<https://skerrynews.example/ferry>
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.rules._shared.urls import (
    Address,
    addresses_in,
    find_links,
    find_shown,
    is_placeholder,
    is_plain,
    own_address,
    parse,
)
from corpusfmt.syntax.escape import write_url
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the URL is a guess"

_SUCH = "a URL such as https://www.example.org/article"
_SIGN = regex(r"[\s<>\"`\\]|\{\{|\$\{|\]\(")
_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.-]*):")
_TWO_SCHEMES = regex(r"https?:/*(?=https?:?//)", re.IGNORECASE)
_NO_HOST = regex(r"(https?):(?!//[^/])/*", re.IGNORECASE)
_MISSPELT = regex(r"([HTXPShtxps]{2,8})[:;.]?//")
_HOST_FIRST = regex(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}(?::[0-9]+)?(?:[/?#].*)?")
_MAIL = regex(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}")
_ESCAPED = regex(r"&(?:amp|#0*38|#x26);", re.IGNORECASE)
_LOCAL = frozenset(
    {"blob", "chrome-extension", "file", "moz-extension", "ms-appx", "res", "safari-extension"}
)


class _Fault(NamedTuple):
    """What is wrong with a URL, what was expected, and the URL that may be meant."""

    message: str
    expected: str
    meant: str = ""


def check(context: Context) -> Findings:
    """Yield a finding for each invalid URL: the article's own, and those of links and images."""
    document = context.reading.document
    found = list(filter(_may_be_invalid, _written(context)))
    if not found:
        return
    known = addresses_in(document)
    for address in found:
        fault = None
        if address.value in known:
            fault = _escaped(address.value) or _fault(address, document.get("url", ""))
        if fault is not None:
            span = address.start, address.end
            fix = _fix(address, fault.meant) if fault.meant else None
            yield context.finding(span, fault.message, fault.expected, fix=fix)


def _written(context: Context) -> list[Address]:
    """Return the URLs in a text, but for the article's own where it is plainly valid."""
    text, own, end = context.text, context.reading.url_token, context.body_end
    written = [*find_links(text)] if "]" in text else []
    if text.find("<", 0, end) >= 0:
        written += find_shown(text, end)
    if own is not None and not _is_plain(context.reading.document["url"]):
        written.append(own_address(own, context.reading.document["url"]))
    return written


def _may_be_invalid(address: Address) -> bool:
    """Return whether a URL is not plainly valid, and no placeholder in a link."""
    if _is_plain(address.value):
        return False
    return address.kind == "own" or not is_placeholder(address.value)


def _is_plain(value: str) -> bool:
    """Return whether a URL is plainly valid, and has no reference to an ampersand."""
    return is_plain(value) and ("&" not in value or _ESCAPED.search(value) is None)


def _fault(address: Address, own: str) -> _Fault | None:
    """Return what is wrong with a URL that is not plainly valid."""
    value = address.value
    scheme = _SCHEME.match(value)
    if _TWO_SCHEMES.match(value):
        return _two_schemes(value)
    if sign := _SIGN.search(value):
        return _sign(value, sign[0])
    if scheme is None or "." in scheme[1]:
        without_scheme = _no_scheme(value)
        if without_scheme is not None:
            return without_scheme
        return _no_address(value) if address.kind == "own" else _relative(value, own)
    if scheme[1].lower() in ("http", "https"):
        return _no_host(value)
    return _other_scheme(value, scheme[1].lower(), is_own=address.kind == "own")


def _escaped(value: str) -> _Fault | None:
    """Return the problem of a URL with a reference to an ampersand; None where it has none."""
    escaped = _ESCAPED.search(value)
    if escaped is None:
        return None
    meant = _ESCAPED.sub("&", value)
    return _Fault(f"{quoted(value)} contains “{escaped[0]}” for “&”", meant, _if_plain(meant))


def _two_schemes(value: str) -> _Fault:
    rest = _TWO_SCHEMES.sub("", value, count=1)
    meant = re.sub("^(https?)//", r"\1://", rest)
    return _Fault(f"{quoted(value)} has two schemes", meant, _if_plain(meant))


def _if_plain(meant: str) -> str:
    """Return a URL that may be meant if it is plainly valid; otherwise nothing."""
    return meant if is_plain(meant) else ""


def _sign(value: str, sign: str) -> _Fault:
    name = "a space" if sign.isspace() else f"“{sign}”"
    return _Fault(f"{quoted(value)} contains {name}", f"{_SUCH}, or {_coded(sign)} in its place")


def _coded(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))


def _no_scheme(value: str) -> _Fault | None:
    """Return the problem of a misspelt scheme, or of a host or mail address in its place."""
    if match := _MISSPELT.match(value):
        return _misspelt(value, match)
    if _MAIL.fullmatch(value):
        return _Fault(f"{quoted(value)} has no scheme", f"mailto:{value}", f"mailto:{value}")
    host = value.removeprefix("//")
    is_web = value != host or host.startswith("www.") or "/" in host
    if not is_web or not _HOST_FIRST.fullmatch(host):
        return None
    return _Fault(f"{quoted(value)} has no scheme", f"https://{host}", f"https://{host}")


def _misspelt(value: str, match: re.Match[str]) -> _Fault:
    scheme = "http" if match[1].lower() == "http" else "https"
    meant = f"{scheme}://{value[match.end() :]}"
    return _Fault(f"{quoted(value)} has an unknown scheme", meant, _if_plain(meant))


def _no_address(value: str) -> _Fault:
    return _Fault(f"invalid URL: {quoted(value)}", f"{_SUCH}, or no “Original url:”")


def _relative(value: str, own: str) -> _Fault:
    meant = parse(value, own) if is_plain(own) else None
    message = f"relative URL: {quoted(value)}"
    if meant is None or not is_plain(meant.href):
        return _Fault(message, _SUCH)
    return _Fault(message, meant.href, meant.href)


def _no_host(value: str) -> _Fault | None:
    """Return the problem of an http(s) URL without a valid host; None where it has one."""
    if match := _NO_HOST.match(value):
        meant = f"{match[1]}://{value[match.end() :]}"
        message = f"no host follows “{match[0]}” in {quoted(value)}"
        return _Fault(message, _if_plain(meant) or _SUCH, _if_plain(meant))
    parsed = parse(value)
    if parsed is None:
        return _Fault(f"{quoted(value)} has an invalid host", _SUCH)
    if "." not in parsed.host.strip(".") and not parsed.host.startswith("["):
        return _Fault(f"the host {quoted(parsed.host)} has no dot", _SUCH)
    if ".." in parsed.host:
        return _Fault(f"the host of {quoted(value)} has an empty part", _SUCH)
    return None


def _other_scheme(value: str, scheme: str, *, is_own: bool) -> _Fault | None:
    if match := _MISSPELT.match(value):
        return _misspelt(value, match)
    if scheme in _LOCAL or len(scheme) == 1:
        return _Fault(f"{quoted(value)} is the URL of a local file", _SUCH)
    if scheme == "localhost":
        return _Fault("the host “localhost” has no dot", _SUCH)
    if not is_own:
        return None
    return _Fault(f"{quoted(value)} is not a web URL", f"{_SUCH}, or no “Original url:”")


def _fix(address: Address, meant: str) -> Fix:
    if address.kind == "own":
        written = write_document({"url": meant}).partition("\n\n")[2].rstrip("\n")
    else:
        written = write_url(meant) if address.kind == "link" else f"<{meant}>"
    return Fix("write the expected URL", (Edit(address.start, address.end, written),), False, WHY)
