"""The modules can be imported without their engines; using them then says what to install."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest

from corpusfmt.engines import datatrove, ray
from corpusfmt.engines.texts import MissingEngineError


def fresh(module: ModuleType) -> ModuleType:
    """Return the module as it is imported now."""
    spec = importlib.util.spec_from_file_location(f"fresh_{module.__name__}", module.__file__)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize(
    "name", ["ArticleReader", "ArticleWriter", "CheckFilter", "FieldsStep", "FixStep"]
)
def test_a_step_of_datatrove_names_the_extra(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datatrove", None)
    step = getattr(fresh(datatrove), name)
    with pytest.raises(MissingEngineError, match=r"pip install 'corpusfmt\[datatrove\]'"):
        step("corpus", to="jsonl")


def test_reading_with_ray_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setitem(sys.modules, "ray.data", None)
    with pytest.raises(MissingEngineError, match=r"pip install 'corpusfmt\[ray\]'"):
        ray.read_articles("corpus")
