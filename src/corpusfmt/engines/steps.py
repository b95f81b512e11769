"""What the steps do with articles, whatever the engine: check, fix and convert them."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpusfmt.config.policy import make_policy
from corpusfmt.config.rule_names import ALL, LEVELS
from corpusfmt.config.settings import Settings
from corpusfmt.convert.format import ConversionError, Options, concatenate
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.writing import refuse_loss, render
from corpusfmt.engines.texts import EngineText, StrPath, settings_of
from corpusfmt.files.input import Input
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from corpusfmt.lint.policy import Policy
from corpusfmt.model.arguments import expect_known, expect_names
from corpusfmt.model.diagnostic import Report, fails
from corpusfmt.model.document import Document
from corpusfmt.report.fingerprint import with_fingerprints
from corpusfmt.report.record import Record, finding_record
from corpusfmt.rules import NAMES
from corpusfmt.run.check_file import check_batch
from corpusfmt.run.check_task import CheckTask
from corpusfmt.run.crash import crash
from corpusfmt.syntax.reading import Reading

UNREAD = "unread"
"""The reason for which a text that cannot be read is dropped."""

UNCHECKED = "unchecked"
"""The reason for which a text that cannot be checked is dropped."""

LINES = tuple(
    name for name, form in FORMATS.items() if form.layout == "stream" and form.join is concatenate
)
"""The formats that have a line for each article, whatever the others are."""

TABLE = "parquet"
"""The format whose lines are rows of a table."""

_CORPUS_RULES = LEVELS[-1]


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """The rules of a step: the settings, and names to select, to add, and to ignore.

    ``settings`` are settings, the path of their file, or None for the nearest file. Corpus rules
    never run: they compare all articles.
    """

    settings: Settings | StrPath | None = None
    select: Collection[str] | None = None
    extend_select: Collection[str] = ()
    ignore: Collection[str] = ()

    def resolve(self, function: str) -> tuple[Settings, Policy]:
        """Return the settings and the policy.

        Raise SettingsError for invalid settings; TypeError and ValueError for wrong names, or if no
        rule is left.
        """
        settings = settings_of(function, self.settings)
        names = {"extend_select": self.extend_select, "ignore": self.ignore}
        if self.select is not None:
            names["select"] = self.select
        for argument, chosen in names.items():
            expect_names(function, argument, chosen)
            expect_known(function, argument, chosen, (*NAMES, *LEVELS, ALL))
        policy = make_policy(
            settings,
            select=self.select,
            extend_select=self.extend_select,
            ignore=[*self.ignore, _CORPUS_RULES],
        )
        if not policy.every_rule():
            raise ValueError(f"{function}() has no rules to run; corpus rules are not run here")
        return settings, policy


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a text, as ``check --report jsonl`` writes them.

    ``reason`` is why the text is dropped: the rule of the first finding that makes a run fail,
    "unread" or "unchecked"; None for a text that is kept.
    """

    findings: list[Record]
    reason: str | None


class TextChecker:
    """Checks texts by all rules but those that compare articles."""

    def __init__(self, function: str, rules: RuleChoice) -> None:
        settings, policy = rules.resolve(function)
        self._fail_on = settings.fail_on
        self._root = settings.root if settings.source is not None else ""
        self._task = CheckTask(policy, STANDARD_INPUT)

    def check(self, texts: Sequence[EngineText]) -> Iterator[Checked]:
        """Yield the result of each text; many at once take less time than one after another."""
        items = [Input(text.path, text.data, error=text.error) for text in texts]
        for text, result in zip(texts, check_batch(items, self._task), strict=True):
            yield self._judge(text, result.report)

    def _judge(self, text: EngineText, report: Report) -> Checked:
        found = with_fingerprints(report.diagnostics, self._root)
        records = [finding_record(one, fingerprint) for one, fingerprint in found]
        if text.error is not None:
            return Checked(records, UNREAD)
        if report.error is not None:
            return Checked(records, UNCHECKED)
        failing = (one.rule for one in report.diagnostics if fails(one, self._fail_on))
        return Checked(records, next(failing, None))


class TextFixer:
    """Applies the fixes that ``check --fix`` applies."""

    def __init__(self, function: str, rules: RuleChoice, *, unsafe: bool) -> None:
        _, self._policy = rules.resolve(function)
        self._unsafe = unsafe

    def fix(self, text: EngineText) -> tuple[EngineText, Mapping[str, int]]:
        """Return a text after its fixes, and how many fixes of each rule were applied."""
        if text.error is not None:
            return text, {}
        reading = Reading.from_bytes(text.data, self._policy.date_orders)
        try:
            fixed = fix(Context(reading, text.path), self._policy, unsafe=self._unsafe)
        except Exception as error:
            return dataclasses.replace(text, error=crash(error)), {}
        if not fixed.made:
            return text, {}
        return text.with_data(fixed.text.encode()), fixed.made


class TextConverter:
    """Converts texts to a format; each of them is one article.

    Raise ValueError for a format that does not have a line for each article.
    """

    def __init__(
        self,
        function: str,
        target: str,
        settings: Settings | StrPath | None,
        *,
        strict: bool = False,
        fields: Collection[str] | None = None,
        targets: Sequence[str] = LINES,
    ) -> None:
        expect_known(function, "to", [target], targets)
        if fields is not None:
            expect_names(function, "fields", fields)
        self.format = FORMATS[target]
        self._orders = settings_of(function, settings).date_orders
        self._options = Options(fields=None if fields is None else tuple(fields))
        self._strict = strict

    def convert(self, text: EngineText) -> bytes:
        """Return the bytes of an article; raise ConversionError if there are none, with the reason.

        A text is refused as ``convert`` refuses it: what its bytes mean must be certain.
        """
        document = self.document(text)
        if self._strict:
            refuse_loss(document, self.format.name, self._options)
        return render(document, self.format.name, self._options)

    def document(self, text: EngineText) -> Document:
        """Return the document of a text; raise ConversionError if it has none."""
        if text.error is not None:
            raise ConversionError(text.error)
        [result] = read_documents(text.data, text.path, "text", self._orders)
        if result.document is None:
            first = result.diagnostics[0]
            raise ConversionError(f"{first.line}:{first.column}: {first.message}")
        return {**result.document, "source": text.source}
