"""A plain-text format for news articles, and the tools that check, repair and convert it.

``parse`` reads any text into an ``Article``, ``read`` and ``load`` the files of articles, and
``read_foreign`` what another program has of them; ``serialize`` writes any valid article back as
its one canonical text, and ``Article.to`` in other formats; ``format`` gives the canonical text of
a text; ``check`` reports everything that is wrong with one, and ``fix`` fixes what it can.
``check_paths`` and ``fix_paths`` do the same for files and folders, with the project's settings,
which ``load_settings`` reads. All exceptions are of the class ``CorpusfmtError``.

The types of articles and reports are in ``corpusfmt.types``, the exceptions in
``corpusfmt.errors``, and hypothesis strategies for tests in ``corpusfmt.testing``.
"""

from __future__ import annotations

__version__ = "0.1.0"

# `format` is public too, but a star import must not hide the builtin.
__all__ = [
    "Article",
    "CorpusfmtError",
    "__version__",
    "check",
    "check_paths",
    "fix",
    "fix_paths",
    "load",
    "load_settings",
    "parse",
    "read",
    "read_foreign",
    "serialize",
]

TYPE_CHECKING = False  # `typing` takes longer to import than all that a short run needs of it

if TYPE_CHECKING:
    from corpusfmt.api.articles import format as format
    from corpusfmt.api.articles import parse, serialize
    from corpusfmt.api.checking import check, check_paths, fix, fix_paths, load_settings
    from corpusfmt.model.article import Article
    from corpusfmt.model.errors import CorpusfmtError
    from corpusfmt.run.loading import load, read, read_foreign
else:
    # Imported at their first use: `corpusfmt --version` needs neither lark nor the schema. Type
    # checkers see the imports above instead: to them, an unknown name is an error.
    _HOMES = {
        "api.checking": "check check_paths fix fix_paths load_settings",
        "api.articles": "format parse serialize",
        "model.article": "Article",
        "model.errors": "CorpusfmtError",
        "run.loading": "load read read_foreign",
    }
    _HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

    def __getattr__(name):
        home = _HOME_OF.get(name)
        if home is None:
            import sys

            raise AttributeError(
                f"module 'corpusfmt' has no attribute {name!r}",
                name=name,
                obj=sys.modules[__name__],
            )
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"corpusfmt.{home}"), name)
        return value


def __dir__() -> list[str]:
    return sorted([*__all__, "format"])
