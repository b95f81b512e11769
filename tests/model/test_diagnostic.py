"""What findings are made of."""

import dataclasses
import pickle

import pytest

from corpusfmt.model.diagnostic import Diagnostic, Finding, Report, Severity
from corpusfmt.text.edits import Edit, Fix

FIX = Fix("Remove the blank", (Edit(3, 4, ""),), safe=True)


def make_diagnostic(severity: Severity) -> Diagnostic:
    return Diagnostic(
        "a.txt", "layout", 2, severity, "A blank too many", 1, 4, 1, 5, "abc \n   ^", fix=FIX
    )


@pytest.mark.parametrize(
    ("severities", "error", "exit_code"),
    [
        ([], None, 0),
        (["info"], None, 0),
        (["info", "warning"], None, 1),
        (["error"], None, 1),
        ([], "does not exist", 2),
        (["error"], "interrupted", 2),
        ([], "", 2),
    ],
)
def test_report_has_an_exit_code(
    severities: list[Severity], error: str | None, exit_code: int
) -> None:
    assert Report("a.txt", tuple(map(make_diagnostic, severities)), error).exit_code == exit_code


@pytest.mark.parametrize(
    "value",
    [
        FIX.edits[0],
        FIX,
        Finding("A blank too many", 3, 4, expected="no blank", pointer="/title", fix=FIX),
        make_diagnostic("warning"),
        Report("a.txt", (make_diagnostic("error"),)),
    ],
)
def test_values_survive_pickling_and_do_not_change(
    value: Edit | Fix | Finding | Diagnostic | Report,
) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert not hasattr(value, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, dataclasses.fields(value)[0].name, None)
