"""What is derived from settings: orders of dates by host, and the path of the baseline."""

import os
from pathlib import Path

import pytest

from corpusfmt.config.settings import Demands, Settings, SettingsError, baseline_path


def test_a_host_has_the_order_of_all_if_it_has_none() -> None:
    hosts = {"a.example": Demands(date_order="month-first"), "b.example": Demands()}
    settings = Settings("/", demands=Demands(date_order="day-first"), hosts=hosts)
    orders = settings.date_orders
    assert orders.default == "day-first"
    assert orders.hosts == {"a.example": "month-first", "b.example": "day-first"}


def test_hosts_without_another_order_need_no_entry() -> None:
    settings = Settings("/", hosts={"a.example": Demands(require=("url",))})
    assert settings.date_orders.hosts == {}


def test_nothing_is_required_by_default() -> None:
    assert Settings("/").require == ()
    assert Settings("/", demands=Demands(require=("url",))).require == ("url",)


def test_the_baseline_is_relative_to_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    assert baseline_path(Settings(str(tmp_path)), "known") == os.path.join("..", "known")
    assert baseline_path(Settings(str(tmp_path), baseline="in/b"), "known") == "b"


@pytest.mark.skipif(os.name != "posix", reason="links need a privilege")
def test_the_baseline_may_not_lead_out_of_the_root(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root/link").symlink_to("../known")
    settings = Settings(str(tmp_path / "root"), "settings.toml", baseline="link")
    with pytest.raises(SettingsError, match=r"^settings\.toml: baseline 'link' points outside of"):
        baseline_path(settings, "known")
