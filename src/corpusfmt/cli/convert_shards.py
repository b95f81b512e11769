"""``corpusfmt convert --shards``: many documents to files of about equal size."""

from __future__ import annotations

import argparse
import os
from collections.abc import Generator
from contextlib import closing

from corpusfmt import __version__
from corpusfmt.cli import console, session
from corpusfmt.cli.convert_session import Conversion
from corpusfmt.config.settings import Settings
from corpusfmt.files.discovery import Selection
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.read import WriteError
from corpusfmt.project.cache.release import LIBRARIES, release_digest
from corpusfmt.project.lock import project_lock
from corpusfmt.project.shard_record import RunIdentity, ShardCounts
from corpusfmt.run.exit_codes import COULD_NOT
from corpusfmt.run.identity import digest_of_texts, stamps_of
from corpusfmt.run.output import identities
from corpusfmt.run.shards import Line, Place, ShardOutput, ShardPlan
from corpusfmt.text.display import count, shown_path

_GO_ON = "run the same command again to continue"


def convert_to_shards(
    arguments: argparse.Namespace, settings: Settings, chosen: Selection, texts: Inputs
) -> int:
    """Convert, say what did not, and return the exit code."""
    converting = ShardConversion(arguments, settings, texts)
    try:
        is_finished = converting.write()
    except session.STOPPED as error:
        done = session.so_far("read", converting.read + converting.unread, chosen)
        return session.stopped(error, done, converting.outcome_when_stopped())
    except WriteError as error:
        console.note_path(error.path, error.reason)
        for line in converting.outcome_when_stopped():
            console.note(line)
        return COULD_NOT
    if is_finished:
        console.remark(f"{shown_path(converting.folder)} is complete: {converting.outcome()}")
    else:
        chosen = session.after_reading(chosen, texts, converting.read + converting.unread)
        if chosen.files:
            session.summarize("read", converting.read, chosen, [converting.outcome()])
    failed = converting.unread + converting.failed > 0
    return session.code(chosen, found=converting.refused > 0, failed=failed)


class ShardConversion(Conversion):
    """One run of the command."""

    def __init__(self, arguments: argparse.Namespace, settings: Settings, texts: Inputs) -> None:
        super().__init__(arguments, settings, texts)
        self.folder: str = arguments.output
        self.output: ShardOutput | None = None
        self._passed = 0  # texts

    def write(self) -> bool:
        """Write the shards that are missing; return whether there were none.

        Raise WriteError if that fails, and LockError while another run writes to the folder.
        """
        plan = self._plan()
        self._refuse_inputs()
        output = ShardOutput(plan)
        with project_lock(plan.root, "corpusfmt convert --shards"):
            is_finished = output.open()
            self.output = output
            if not is_finished:
                self._write_rest(output)
        self._count(output.record.ended or ShardCounts())
        self.converted = output.documents
        return is_finished

    def outcome(self) -> str:
        """Return the numbers in words."""
        shards = 0 if self.output is None else len(self.output.record.shards)
        converted = f"{count(self.converted, 'document')} converted to {count(shards, 'shard')}"
        return ", ".join([converted, *self.describe_failures()])

    def outcome_when_stopped(self) -> list[str]:
        """Return what there is of the shards."""
        written = 0 if self.output is None else self.output.count_written()
        if not written:
            return []
        shards = count(written, "shard")
        return [f"{shown_path(self.folder)} has {shards} so far; {_GO_ON}"]

    def _write_rest(self, output: ShardOutput) -> None:
        start = output.start
        if output.record.shards:
            shards = count(len(output.record.shards), "shard")
            console.remark(f"{shown_path(self.folder)} has {shards} already; continuing from there")
        self._count(start.counts)
        self._passed = start.text
        with closing(self._lines(start)) as lines:
            output.write(lines, self._end)

    def _lines(self, start: Place) -> Generator[Line, None, None]:
        """Yield the documents that are not in the shards yet."""
        skipped = start.documents
        counts = start.counts
        before = 0  # documents of the same text in earlier results
        for result in self.results(self.texts.after(start.text)):
            number = self._passed
            for index, document in enumerate(result.documents, before):
                if index >= skipped:
                    yield Line(document.data, Place(number, index, counts))
            before += len(result.documents)
            if result.is_end:
                before = skipped = 0
                self._passed += 1
                counts = self._end().counts

    def _end(self) -> Place:
        counts = ShardCounts(self.read, self.unread, self.refused, self.failed)
        return Place(self._passed, 0, counts)

    def _count(self, counts: ShardCounts) -> None:
        """Set the numbers to those of the texts before."""
        self.read, self.unread = counts.read, counts.unread
        self.refused, self.failed = counts.refused, counts.failed

    def _plan(self) -> ShardPlan:
        arguments = self.arguments
        compression = "" if arguments.compression == "none" else f".{arguments.compression}"
        return ShardPlan(
            root=self.folder,
            suffix=self.format.suffix + compression,
            compression=compression,
            size=arguments.shards,
            join=lambda pieces: self.format.join(pieces, self.options),
            identity=self._identity(),
            settings=self._settings(),
            force=arguments.force,
        )

    def _settings(self) -> dict[str, object]:
        """Return the settings for the manifest."""
        arguments, orders = self.arguments, self.settings.date_orders
        return {
            "to": arguments.to,
            "from": arguments.kind,
            "encoding": arguments.encoding,
            "map": dict(arguments.map or ()),
            "strict": arguments.strict,
            "shards": arguments.shards,
            "compression": arguments.compression,
            "fields": self.options.fields,
            "template": self.options.template,
            "feed_title": self.options.feed_title,
            "updated": self.options.updated,
            "date_order": orders.default,
            "date_order_of_hosts": dict(sorted(orders.hosts.items())),
        }

    def _identity(self) -> RunIdentity:
        settings, given = self.settings, self._settings()
        reading = (settings.include, settings.exclude, settings.limits, settings.text_field)
        return RunIdentity(
            release_digest(__version__, (*LIBRARIES, "zstandard", "pyarrow")).hex(),
            digest_of_texts([repr((given, reading, self.naming))]),
            digest_of_texts(stamps_of(self.texts)),
        )

    def _refuse_inputs(self) -> None:
        """Raise WriteError if a file of the folder is read: it could be replaced."""
        try:
            names = os.listdir(self.folder)
        except OSError:  # there is none yet
            return
        inside = identities(os.path.join(self.folder, name) for name in names).keys()
        for path in self.texts.files if inside else ():
            if not inside.isdisjoint(identities([path])):
                problem = f"contains {shown_path(path)}, which is an input; expected another folder"
                raise WriteError(self.folder, problem)
