"""Text in the log of a CI job that must not be taken for a command.

The runner of GitHub Actions executes each line of a log that begins with ``::``, after whitespace
too, and each that contains ``##[``
(https://docs.github.com/actions/reference/workflow-commands-for-github-actions). Azure Pipelines
takes ``##vso[`` and TeamCity ``##teamcity[`` in the same way. Names and texts come from outside, so
lines made of them are changed. A patch must not be changed: it is put between lines that stop
commands and resume them.
"""

from __future__ import annotations

import os
import re

from corpusfmt.text.patterns import regex

_CI = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
_LINE = regex(r"^(?=[^\S\r\n]*::)", re.MULTILINE)
_MARK = regex(r"##(?=(?:vso|teamcity)?\[)")
_COMMAND = regex(rb"(?:\A|[\r\n])\s*::|##(?:vso|teamcity)?\[")


def is_watched() -> bool:
    """Return whether output is searched for commands: in a job of GitHub, Azure or TeamCity."""
    return any(os.environ.get(name, "").lower() not in ("", "false") for name in _CI)


def harmless(text: str) -> str:
    """Return the text without commands: ``::`` at the start of a line becomes ``./::``."""
    if "::" in text:
        text = _LINE.sub("./", text)
    return _MARK.sub(r"#\\u0023", text) if "##" in text else text


def harmless_json(text: str) -> str:
    """Return the same JSON without commands, which can only be in its strings."""
    return _MARK.sub(r"#\\u0023", text) if "##" in text else text


def harmless_xml(text: str) -> str:
    """Return the same XML without commands, in text or in an attribute."""
    text = re.sub(r"^([^\S\r\n]*):(?=:)", r"\1&#58;", text, flags=re.MULTILINE)
    return _MARK.sub("#&#35;", text)


def fenced(data: bytes) -> bytes:
    """Return the lines; if one could be a command, between lines that stop and resume commands."""
    if not _COMMAND.search(data):
        return data
    import secrets

    token = secrets.token_hex(16).encode()
    end = b"" if data.endswith(b"\n") else b"\n"
    return b"::stop-commands::" + token + b"\n" + data + end + b"::" + token + b"::\n"
