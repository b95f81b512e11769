"""Guesses that were accepted are listed with the report of the fixed text, each once."""

from dataclasses import replace

from corpusfmt.api.checking import check
from corpusfmt.lint.guesses import as_accepted, with_accepted
from corpusfmt.model.diagnostic import Report

GUESS = "# T\n\n\n\nIda Holm\n\nThe first ferry sailed.\n"


def test_only_guesses_that_are_not_reported_any_more_are_listed() -> None:
    report = check(GUESS, rules=["ambiguous-credit"])
    [guess] = report.diagnostics
    other = replace(guess, message="another", line=1)
    assert with_accepted(report, [guess]) is report
    assert with_accepted(report, [guess, guess]).diagnostics == (guess, *as_accepted([guess]))
    assert with_accepted(report, [other]).diagnostics == (*as_accepted([other]), guess)


def test_the_message_says_that_the_guess_is_accepted() -> None:
    [guess] = check(GUESS, rules=["ambiguous-credit"]).diagnostics
    [accepted] = with_accepted(Report("-"), [guess]).diagnostics
    assert accepted.message == f"guess accepted: {guess.message}"
