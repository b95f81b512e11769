"""Tracking parameter in URL.

Feeds, newsletters and social networks add `utm_source=rss`, `fbclid=…` and the like to addresses. They lead to the same
page, but the same article stands in a corpus under several addresses, and some of them name a reader. One finding for
each address: the article's own, and those of links and pictures. Only names that are used for nothing else are known.

The fix leaves these parameters out, and what they say with them. It is safe for links. For the article's own address it
is not: other data about the corpus may know the article by the address as it was collected.

The option `names` has more names of parameters that say only how a reader came, such as `source` or `cmp`.

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/ferry?page=2&utm_source=rss&utm_medium=feed>
```

```findings
9:42: warning: the address has the tracking parameters utm_source and utm_medium
  expected: https://skerrynews.example/ferry?page=2
```

As it should be:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/ferry?page=2>
```
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from corpusfmt.lint.context import Option, Subject, find
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.rules._shared.urls import Address, addresses_in, all_addresses, is_plain
from corpusfmt.syntax.escape import write_address
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.edits import Edit, Fix

LEVEL = 4
SEVERITY: Severity = "warning"
NEEDS = ("=",)
WHY_SAFE = "the link leads to the same page"
WHY_ODD = "the address has other signs in it than addresses have"
WHY_UNSAFE = "other data may know the article by its address as it was collected"

_MORE = Option("tracking-parameter", "names", (), "more names of parameters that say how a reader came", pattern=r"\S+")
OPTIONS = (_MORE,)

_PREFIXES = ("utm_", "hsa_", "mtm_", "matomo_", "pk_campaign", "at_custom", "at_link_", "at_ptr_", "at_bbc_")
_NAMES = frozenset({
    "__hsfp", "__hssc", "__hstc", "__twitter_impression", "__s", "_ga", "_gl", "_hsenc", "_hsmi", "_openstat",
    "at_campaign", "at_campaign_type", "at_format", "at_medium", "at_link", "cmpid", "dclid", "dicbo", "efg", "epik",
    "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "fbclid", "gad_campaignid", "gad_source", "gbraid",
    "gclid", "gclsrc", "guce_referrer", "guce_referrer_sig", "guccounter", "icid", "igsh", "igshid", "irclickid",
    "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "ncid", "ns_campaign", "ns_fee", "ns_linkname",
    "ns_mchannel", "ns_source", "ocid", "oly_anon_id", "oly_enc_id", "pk_cid", "pk_content", "pk_keyword", "pk_kwd",
    "pk_medium", "pk_source", "rb_clickid", "ref_src", "ref_url", "s_cid", "smid", "soc_src", "soc_trk", "sr_share",
    "srsltid", "taid", "tblci", "ttclid", "twclid", "vero_conv", "vero_id", "wbraid", "wickedid", "wt.mc_id", "wt_mc",
    "wt_zmc", "xtor", "yclid", "ysclid",
})  # fmt: skip
_SEPARATOR = re.compile("(&(?:amp;)?)")
_VALUE = re.compile(r"[^&#\s<>)\]]*+")


class Sifted(NamedTuple):
    """An address without its tracking parameters, and the names of these, as they are written."""

    address: str
    names: list[str]


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each address of the document that has such parameters."""
    if "=" not in subject.text:  # as in nearly all articles
        return
    more = frozenset(name.lower() for name in subject.option(_MORE))
    found = [(address, sift(address.value, more)) for address in all_addresses(subject.text, subject.reading)]
    known = addresses_in(subject.reading.document) if any(sifted.names for _, sifted in found) else frozenset()
    behind = 0
    for address, sifted in sorted(found, key=lambda pair: pair[0].start):
        if sifted.names and address.value in known and address.start >= behind:  # none within another
            behind = address.end
            message = f"the address has the tracking parameter{'s' * (len(sifted.names) > 1)} {_listed(sifted.names)}"
            span = _span(subject.text, address, sifted.names[0])
            fix = _fix(address, sifted.address) if subject.is_text else None
            yield find("tracking-parameter", message, span, sifted.address, fix=fix)


def sift(address: str, more: Collection[str]) -> Sifted:
    """The address without its tracking parameters. Behind the ``#`` they stand alone or not at all."""
    if "=" not in address:
        return Sifted(address, [])
    rest, _, fragment = address.partition("#")
    path, _, query = rest.partition("?")
    query, names = _sift_query(query, more)
    kept, others = _sift_query(fragment, more) if "=" in fragment else (fragment, [])
    if kept and others:
        kept, others = fragment, []
    return Sifted(path + ("?" + query if query else "") + ("#" + kept if kept else ""), names + others)


def _sift_query(query: str, more: Collection[str]) -> tuple[str, list[str]]:
    """What is left of a query, and the names of what is not."""
    pieces = ["&", *_SEPARATOR.split(query)]
    kept: list[str] = []
    names: list[str] = []
    for separator, parameter in zip(pieces[::2], pieces[1::2], strict=True):
        name = parameter.partition("=")[0]
        if "=" in parameter and _is_tracking(name.lower(), more):
            names.append(name)
        else:
            kept += [separator, parameter] if kept else [parameter]
    return "".join(kept), names


def _is_tracking(name: str, more: Collection[str]) -> bool:
    return name in _NAMES or name.startswith(_PREFIXES) or name in more


def _span(text: str, address: Address, name: str) -> tuple[int, int]:
    """Where the first of the parameters stands; the whole address, where it is written otherwise than it is read."""
    start = text.find(name + "=", address.start, address.end)
    value = _VALUE.match(text, start, address.end) if start >= 0 else None
    return value.span() if value else (address.start, address.end)


def _listed(names: list[str]) -> str:
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last


def _fix(address: Address, sifted: str) -> Fix:
    """What is left of the address, written as its place asks for it."""
    title = "leave the tracking parameters out"
    if address.kind == "own":
        own = write_document({"url": sifted}).partition("\n\n")[2].rstrip("\n")
        return Fix(title, (Edit(address.start, address.end, own),), False, WHY_UNSAFE)
    written = write_address(sifted) if address.kind == "link" else f"<{sifted}>"
    edits = (Edit(address.start, address.end, written),)
    if not is_plain(address.value) or "(" in address.value:
        return Fix(title, edits, False, WHY_ODD)
    return Fix(title, edits, True, WHY_SAFE)
