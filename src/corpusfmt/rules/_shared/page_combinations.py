"""The kinds of words that sentences and labels of a page combine."""

from __future__ import annotations

from corpusfmt.text.named_tuples import NamedTuple


class Combination(NamedTuple):
    """Kinds of words that a text of the page combines, and the most characters of such a text."""

    kinds: frozenset[str]
    longest: int
    anywhere: bool = False
    """Whether it is of the page between two paragraphs as well, not only at the edges."""
    is_label: bool = False
    """Whether it has no full stop."""


COMBINATIONS = tuple(
    Combination(frozenset(kinds), longest, "anywhere" in place, "label" in place)
    for kinds, longest, place in (
        ("dna", 100, "anywhere"),
        ("dn", 60, "anywhere, label"),
        ("Bm", 160, "anywhere"),
        ("bja", 160, "anywhere"),
        ("bjv", 160, "anywhere"),
        ("baS", 160, "anywhere"),
        ("jvm", 100, "anywhere"),
        ("jdm", 100, "anywhere"),
        ("Vbm", 200, "anywhere"),
        ("Vj", 200, "anywhere"),
        ("E", 200, "anywhere"),
        ("ZS", 70, "anywhere, label"),
        ("Zv", 70, "anywhere, label"),
        ("ZP", 70, "anywhere, label"),
        ("Zc", 70, "anywhere, label"),
        ("ZK", 70, "anywhere, label"),
        ("Za", 70, "anywhere, label"),
        ("cl", 110, "edges"),
        ("cX", 80, "edges"),
        ("cRm", 200, "edges"),
        ("cRs", 200, "edges"),
        ("cRl", 200, "edges"),
        ("cxs", 160, "edges"),
        ("cxo", 160, "edges"),
        ("cm", 45, "edges, label"),
        ("cr", 60, "edges, label"),
        ("cq", 60, "edges, label"),
        ("tcm", 160, "edges"),
        ("oxs", 160, "edges"),
        ("eyr", 160, "edges"),
        ("eyQa", 160, "edges"),
        ("eram", 160, "edges"),
        ("ighm", 160, "edges"),
        ("igah", 160, "edges, label"),
        ("iahm", 160, "edges"),
        ("igs", 160, "edges"),
        ("igam", 160, "edges"),
        ("puam", 200, "edges"),
        ("pua", 110, "edges, label"),
        ("puas", 200, "edges"),
        ("pus", 200, "edges"),
        ("Wua", 200, "edges"),
        ("Wus", 200, "edges"),
        ("za", 45, "edges, label"),
        ("qamQ", 100, "edges"),
        ("qam", 60, "edges, label"),
        ("fKm", 160, "edges"),
        ("fKa", 160, "edges"),
        ("fKs", 160, "edges"),
        ("fKL", 160, "edges"),
        ("fLa", 100, "edges, label"),
        ("tPs", 160, "edges"),
        ("tPr", 160, "edges"),
        ("tPm", 110, "edges"),
        ("MP0", 45, "edges, label"),
        ("MS", 45, "edges, label"),
        ("TGs", 110, "edges"),
        ("TGa", 80, "edges"),
        ("aAm", 110, "edges"),
        ("aF", 200, "edges"),
        ("H", 160, "edges"),
        ("Ds", 160, "edges"),
        ("IN", 200, "edges"),
        ("Ckm", 200, "edges"),
        ("Ums", 160, "edges"),
        ("d#", 160, "edges"),
    )
)
"""The combinations: “0” is a digit, “#” a telephone number or an address, “Q” a question mark; the
other kinds are explained in page_terms.txt."""
