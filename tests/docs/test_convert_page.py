"""What docs/convert.md shows are commands, and its tables have every format and every field."""

import re
import shlex

from corpusfmt.cli.parsers import whole_parser
from corpusfmt.convert.features import FEATURES
from corpusfmt.convert.formats import FORMATS
from tests.checkout import ROOT

PAGE = (ROOT / "docs" / "convert.md").read_text(encoding="utf-8")


def test_every_command_is_one() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    commands = [shlex.split(line) for line in "".join(blocks).splitlines()]
    assert len(commands) >= 5
    for name, *words in commands:
        assert name in ("corpusfmt", "pip")
        assert name == "pip" or whole_parser().parse_args(words).command == "convert"


def test_each_format_has_a_section_with_every_field() -> None:
    for name, form in FORMATS.items():
        section = PAGE.partition(f"\n### {name}\n")[2].partition("\n#")[0]
        assert form.definition in section
        if "| all |" not in section:
            for feature in FEATURES:
                assert section.count(f"`{feature}`") >= 1, (name, feature)


def test_dropped_fields_have_reasons() -> None:
    for form in FORMATS.values():
        for reason in form.drops.values():
            assert f"dropped: {reason}" in PAGE
