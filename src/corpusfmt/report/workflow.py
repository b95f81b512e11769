"""Text in the log of a CI job that must not be taken for a command.

The runner of GitHub Actions carries out each line of a log that begins with ``::``, after whitespace too, and each that
holds ``##[`` (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). Azure Pipelines takes
``##vso[`` and TeamCity ``##teamcity[`` in the same way. Names and texts come from outside, so lines that are made of
them are changed; a patch has to stay as it is, and is put between lines that stop commands and resume them.
"""

from __future__ import annotations

import os
import re
import secrets

_CI = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
_LINE = re.compile(r"^(?=[^\S\r\n]*::)", re.MULTILINE)
_MARK = re.compile(r"##(?=(?:vso|teamcity)?\[)")
_COMMAND = re.compile(rb"(?:\A|[\r\n])\s*::|##(?:vso|teamcity)?\[")


def is_watched() -> bool:
    """Return whether what is printed may be read for commands: in a job of GitHub, Azure or TeamCity."""
    return any(os.environ.get(name, "").lower() not in ("", "false") for name in _CI)


def harmless(text: str) -> str:
    """Return a text in whose lines there is no command: a path at the start of a line begins with ``./``."""
    if "::" in text:
        text = _LINE.sub("./", text)
    return _MARK.sub(r"#\\u0023", text) if "##" in text else text


def harmless_json(text: str) -> str:
    """Return the same JSON without what could be a command in it, which can only be in its strings."""
    return _MARK.sub(r"#\\u0023", text) if "##" in text else text


def harmless_xml(text: str) -> str:
    """Return the same XML without what could be a command in it, in text or in an attribute."""
    text = re.sub(r"^([^\S\r\n]*):(?=:)", r"\1&#58;", text, flags=re.MULTILINE)
    return _MARK.sub("#&#35;", text)


def fenced(data: bytes) -> bytes:
    """Return whole lines between lines that let GitHub take none of them for a command, where one could be."""
    if not _COMMAND.search(data):
        return data
    token = secrets.token_hex(16).encode()
    end = b"" if data.endswith(b"\n") else b"\n"
    return b"::stop-commands::" + token + b"\n" + data + end + b"::" + token + b"::\n"
