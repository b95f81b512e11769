"""What a rule is and how rules run: what a rule imports is here."""

from corpusfmt.lint.block import Block
from corpusfmt.lint.context import Context, Findings
from corpusfmt.lint.corpus import OTHER, Corpus, CorpusFinding, Entry
from corpusfmt.lint.option import Option
from corpusfmt.model.diagnostic import Finding
from corpusfmt.text.display import quoted
from corpusfmt.text.edits import Edit, Fix

__all__ = [
    "OTHER",
    "Block",
    "Context",
    "Corpus",
    "CorpusFinding",
    "Edit",
    "Entry",
    "Finding",
    "Findings",
    "Fix",
    "Option",
    "quoted",
]
