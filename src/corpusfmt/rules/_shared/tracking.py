"""Parameters of URLs that only tell how a reader came."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

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


class Sifted(NamedTuple):
    """An address without its tracking parameters, and the names of these, as they are written."""

    address: str
    names: list[str]


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
