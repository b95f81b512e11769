"""What a rule is and how rules run: what a rule imports is here."""

from __future__ import annotations

from corpusfmt.text.annotations import TYPE_CHECKING

__all__ = [
    "OTHER",
    "Block",
    "Cluster",
    "Context",
    "Corpus",
    "CorpusFinding",
    "Edit",
    "Entry",
    "Finding",
    "Findings",
    "Fix",
    "Group",
    "Option",
    "Row",
    "quoted",
]

if TYPE_CHECKING:
    from corpusfmt.lint.block import Block
    from corpusfmt.lint.context import Context, Findings
    from corpusfmt.lint.corpus import OTHER, Corpus, CorpusFinding, Entry, Row
    from corpusfmt.lint.groups import Cluster, Group
    from corpusfmt.lint.option import Option
    from corpusfmt.model.diagnostic import Finding
    from corpusfmt.text.display import quoted
    from corpusfmt.text.edits import Edit, Fix
else:
    # Imported when a rule is: a run that finds its results in the cache needs none of them.
    _HOMES = {
        "lint.block": "Block",
        "lint.context": "Context Findings",
        "lint.corpus": "OTHER Corpus CorpusFinding Entry Row",
        "lint.groups": "Cluster Group",
        "lint.option": "Option",
        "model.diagnostic": "Finding",
        "text.display": "quoted",
        "text.edits": "Edit Fix",
    }
    _HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

    def __getattr__(name):
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"corpusfmt.{home}"), name)
        return value
