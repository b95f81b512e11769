"""Settings that change findings have another fingerprint; other settings have the same."""

from pathlib import Path

import pytest

from corpusfmt.config.fingerprint import settings_fingerprint
from corpusfmt.config.load import load

BASE = 'require = ["date"]\n[hosts."a.example"]\nrequire = ["url"]\n'


def fingerprint(folder: Path, text: str) -> bytes:
    path = folder / "corpusfmt.toml"
    path.write_text(text)
    return settings_fingerprint(load(str(path)), None, ("layout",))


@pytest.mark.parametrize(
    "text",
    [
        'require = ["url"]\n[hosts."a.example"]\nrequire = ["url"]\n',
        'require = ["date"]\n[hosts."b.example"]\nrequire = ["url"]\n',
        f'ignore = ["layout"]\n{BASE}',
        f'extend-select = ["too-short"]\n{BASE}',
        f'date-order = "day-first"\n{BASE}',
        f"{BASE}[rules.too-short]\nwords = 40\n",
        f'{BASE}[rules.too-short]\nseverity = "error"\n',
        f"{BASE}[coverage]\ndate = 95\n",
        f'{BASE}[per-file-ignores]\n"a/" = ["layout"]\n',
    ],
)
def test_settings_that_change_findings_change_it(text: str, tmp_path: Path) -> None:
    assert fingerprint(tmp_path, text) != fingerprint(tmp_path, BASE)


@pytest.mark.parametrize("text", [BASE, f'fail-on = "error"\n{BASE}', f'exclude = ["a"]\n{BASE}'])
def test_other_settings_do_not(text: str, tmp_path: Path) -> None:
    assert fingerprint(tmp_path, text) == fingerprint(tmp_path, BASE)


def test_the_options_that_select_rules_change_it(tmp_path: Path) -> None:
    settings = load(None)
    chosen = [(), (None,), (("layout",),), (("layout", "schema"),), (None, ("layout",))]
    assert len({settings_fingerprint(settings, *one) for one in chosen}) == len(chosen)
    assert settings_fingerprint(settings, ("schema", "layout")) == settings_fingerprint(
        settings, ("layout", "schema")
    )
