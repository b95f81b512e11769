"""The functions of the package."""

from __future__ import annotations

import os
from collections.abc import Collection

from corpusfmt.model.arguments import expect_content, expect_known, expect_names, path_text
from corpusfmt.model.diagnostic import Report


def check(
    content: str | bytes,
    path: str | os.PathLike[str] = "-",
    require: Collection[str] = (),
    rules: Collection[str] | None = None,
) -> Report:
    """Return the report of a text: its bytes (level 1), layout (2), document with the policy (3) and content (4).

    ``path`` is what the diagnostics call it, ``require`` names the fields that every article must have, and ``rules``
    the only rules to run, if not all that are on: by name, by level (``"level-2"``) or ``"all"``. The diagnostics are
    in the order of the text. Raise TypeError for content that is not ``str`` or ``bytes``, ValueError for an unknown
    name in ``require`` or ``rules``.
    """
    # The other functions of the package do not need the rules, which take longer to import than a text to read.
    from corpusfmt.config.policy import ALL, LEVELS, default_policy, expand
    from corpusfmt.config.validate import REQUIRABLE
    from corpusfmt.lint.checker import Checker
    from corpusfmt.lint.context import Context
    from corpusfmt.rules import NAMES

    expect_content("check", content)
    expect_names("check", "require", require)
    expect_known("check", "require", require, REQUIRABLE)
    if rules is not None:
        expect_names("check", "rules", rules)
        expect_known("check", "rules", rules, (*NAMES, *LEVELS, ALL))
        rules = expand(rules)
    name = path_text("check", "path", path)
    return Checker(default_policy(tuple(require), rules)).check(Context(content, name))
