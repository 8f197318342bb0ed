"""The command `cms import`: what it prints while the import runs, and its exit code."""

# Printing is what this module is for.
# ruff: noqa: T201

from __future__ import annotations

import asyncio
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
from cms.importers.files import ENDINGS, Tally
from cms.importers.item import ImportItem
from cms.importers.store import ItemReport, Outcome, Policy, import_items
from cms.log import escape
from cms.permissions import Viewer
from cms.settings import Settings

PASSED_OVER = "passed over"
NOT_PUBLISHED = "not published"
UNDATED = "undated"
# How the notes of an item begin that say these things.
IMPORTED_BEFORE = "imported before"
WITHOUT_DATE = "not published: date: it carries none"
# Another import holds the database for some seconds at a time, so several at once need patience.
WAIT_SECONDS = 60
ENDED = f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}"


class Report(Protocol):
    """Tells of an import, item by item and in the end."""

    def item(self, report: ItemReport) -> None:
        """Tell of one item, which is safe in the database now, or refused."""

    def end(self, counts: Counter[str]) -> None:
        """Tell of all: `made`, `matched`, `refused` and, among them, `public`, `not published` and `undated`."""


class TextReport:
    """Lines for people: with `verbose` one for every item, else for those that somebody should look at.

    These are the refused ones, and those that carry a warning or were not published although that was asked for.
    """

    def __init__(self, *, verbose: bool) -> None:
        self.verbose = verbose

    def item(self, report: ItemReport) -> None:
        """Print one line for the item."""
        is_noteworthy = any(not note.startswith(IMPORTED_BEFORE) for note in report.notes)
        if not self.verbose and not is_noteworthy and report.outcome is not Outcome.REFUSED:
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
    total: int | None = None,
) -> int:
    """Import items on behalf of the operator; 1 if any was refused, else 0.

    What was reported is in the database, whatever happens afterwards; running it again completes it. An interrupted
    import says so on stderr. `tally` is filled while `items` are read;
    `total` is about how many there will be, for the progress bar.
    """
    counts: Counter[str] = Counter()
    try:
        async with open_site(settings, wait_seconds=WAIT_SECONDS):
            with progress_bar(total) as advance:
                async for done in import_items(Viewer.system("cms import"), items, policy):
                    counts.update([done.outcome, *_facts(done)])
                    report.item(done)
                    advance()
    except (asyncio.CancelledError, KeyboardInterrupt):
        print(interruption(counts), file=sys.stderr)
        raise
    counts[PASSED_OVER] = tally.skipped_files if tally else 0
    report.end(counts)
    return 1 if counts[Outcome.REFUSED] else 0


def summary(counts: Counter[str]) -> str:
    """The result of an import in a few sentences."""
    total = sum(counts[outcome] for outcome in Outcome)
    outcomes = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
    sentences = [f"{_number(total, 'item')}: {outcomes}; {counts['public']} public."]
    if counts[NOT_PUBLISHED]:
        sentences.append(_not_published(counts[NOT_PUBLISHED], counts[UNDATED]))
    if counts[PASSED_OVER]:
        files = f"{_number(counts[PASSED_OVER], 'file')} of other kinds passed over"
        sentences.append(f"{files}; what is read ends in {ENDED}.")
    return " ".join(sentences)


def interruption(counts: Counter[str]) -> str:
    """What an interrupted import leaves behind, and how to go on, in two sentences.

    "At least", because the interruption may come when a batch has been saved and not yet reported.
    """
    count = counts[Outcome.MADE] + counts[Outcome.MATCHED]
    return (
        f"Interrupted: at least {_number(count, 'item')} {'is' if count == 1 else 'are'} in. "
        "Running the same command again completes the import."
    )


def _facts(report: ItemReport) -> list[str]:
    facts = {
        "public": report.is_public,
        NOT_PUBLISHED: any(note.startswith(NOT_PUBLISHED) for note in report.notes),
        UNDATED: any(note.startswith(WITHOUT_DATE) for note in report.notes),
    }
    return [fact for fact, is_so in facts.items() if is_so]


def _not_published(count: int, undated: int) -> str:
    said = f"{_number(count, 'item')} {'was' if count == 1 else 'were'} not published"
    if not undated:
        return f"{said}; the notes of these items say why."
    of_them = "" if undated == count else f" {undated} of them"
    return f"{said},{of_them} for want of a date; --publish-undated publishes such items too."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"


@contextmanager
def progress_bar(total: int | None = None) -> Iterator[Callable[[], object]]:
    """A bar on stderr that moves on with each call; nothing is shown where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (SpinnerColumn(), TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Lines on stdout pass through the bar's console only where both are the same terminal.
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=sys.stdout.isatty()) as bar:
        task = bar.add_task("import", total=total)
        yield lambda: bar.advance(task)
