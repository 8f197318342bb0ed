"""The command `cms import`: what it prints while the import runs, and its exit code."""

# Printing is what this module is for.
# ruff: noqa: T201

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from cms.app import open_site
from cms.errors import ItemRefused
from cms.importers.files import Tally
from cms.importers.item import ImportItem
from cms.importers.store import ItemReport, Outcome, Policy, import_items
from cms.log import escape
from cms.permissions import Viewer
from cms.settings import Settings

PASSED_OVER = "passed over"


class Report(Protocol):
    """Tells of an import, item by item and in the end."""

    def item(self, report: ItemReport) -> None:
        """Tell of one item, which is safe in the database now, or refused."""

    def end(self, counts: Counter[str]) -> None:
        """Tell of all: `made`, `matched`, `refused` and, among them, `public`."""


class TextReport:
    """Lines for people: refused items always, the others with `verbose`."""

    def __init__(self, *, verbose: bool) -> None:
        self.verbose = verbose

    def item(self, report: ItemReport) -> None:
        """Print one line for the item."""
        if not self.verbose and report.outcome is not Outcome.REFUSED:
            return
        parts = [f"{report.outcome:<8}", escape(report.label)]
        if report.draft_id is not None:
            parts.append(f"art_{report.draft_id}{' public' if report.is_public else ''}")
        if report.title:
            parts.append(escape(report.title))
        line = "  ".join(parts)
        print(f"{line}: {escape('; '.join(report.notes))}" if report.notes else line)

    def end(self, counts: Counter[str]) -> None:
        """Print the summary."""
        print(summary(counts))


class JSONReport:
    """One JSON object a line on stdout for each item; the summary goes to stderr."""

    def item(self, report: ItemReport) -> None:
        """Print the object of the item."""
        line = {
            # File names may hold lone surrogates, which are no JSON.
            "item": escape(report.label),
            "outcome": report.outcome,
            "id": None if report.draft_id is None else f"art_{report.draft_id}",
            "title": report.title,
            "slug": report.slug,
            "public": report.is_public,
            "notes": report.notes,
        }
        print(orjson.dumps(line).decode())

    def end(self, counts: Counter[str]) -> None:
        """Print the summary where it is in nobody's way."""
        print(summary(counts), file=sys.stderr)


async def run_import(
    settings: Settings,
    items: Iterable[ImportItem | ItemRefused],
    policy: Policy,
    report: Report,
    *,
    tally: Tally | None = None,
) -> int:
    """Import items on behalf of the operator; 1 if any was refused, else 0.

    What was reported is in the database, whatever happens afterwards; running it again completes it. `tally` is filled
    while `items` are read.
    """
    counts: Counter[str] = Counter()
    async with open_site(settings):
        with progress_bar() as advance:
            async for done in import_items(Viewer.system("cms import"), items, policy):
                counts.update([done.outcome, *(["public"] if done.is_public else [])])
                report.item(done)
                advance()
    counts[PASSED_OVER] = tally.skipped_files if tally else 0
    report.end(counts)
    return 1 if counts[Outcome.REFUSED] else 0


def summary(counts: Counter[str]) -> str:
    """The result of an import in one sentence."""
    total = sum(counts[outcome] for outcome in Outcome)
    outcomes = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
    skipped = f" {counts[PASSED_OVER]} file(s) of other kinds passed over." if counts[PASSED_OVER] else ""
    return f"{total} {'item' if total == 1 else 'items'}: {outcomes}; {counts['public']} public.{skipped}"


@contextmanager
def progress_bar() -> Iterator[Callable[[], object]]:
    """A bar on stderr that moves on with each call; nothing is shown where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (SpinnerColumn(), TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Lines on stdout pass through the bar's console only where both are the same terminal.
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=sys.stdout.isatty()) as bar:
        task = bar.add_task("import", total=None)
        yield lambda: bar.advance(task)
