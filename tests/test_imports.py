"""What `cms import` prints, and its exit code."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cms.app import open_site
from cms.errors import ItemRefused, SetupError
from cms.importers import files
from cms.importers.item import ImportItem
from cms.importers.store import ItemReport, Outcome, Policy
from cms.imports import ENDED, JSONReport, TextReport, progress_bar, run_import, summary
from cms.log import CONTROL_CHARACTERS
from cms.settings import Settings

pytestmark = pytest.mark.anyio

GOOD = ImportItem(label="pages/1.txt", title="渡轮恢复通航", body_html="<p>渡轮今天恢复通航。</p>")
BAD = ItemRefused("pages/2.txt", "title", "the page has no title")


async def test_refused_item_makes_the_exit_code_1_and_the_others_are_in(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(_env_file=None, database_url=database_url)

    first = await run_import(settings, [GOOD, BAD], Policy(), TextReport(verbose=False))
    printed = capsys.readouterr()
    second = await run_import(settings, [GOOD], Policy(), TextReport(verbose=True))
    again = capsys.readouterr()

    assert (first, second) == (1, 0)
    assert printed.out.splitlines() == [
        "refused   pages/2.txt: title: the page has no title",
        "2 items: 1 made, 0 matched, 1 refused; 0 public.",
    ]
    assert printed.err == ""
    assert again.out.startswith("matched   pages/1.txt  art_1  渡轮恢复通航: imported before")
    assert again.out.endswith("1 item: 0 made, 1 matched, 0 refused; 0 public.\n")


async def test_items_with_something_to_look_at_are_printed_without_verbose(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(_env_file=None, database_url=database_url)
    warned = replace(GOOD, label="pages/3.txt", title="另一个", body_html="<p>x</p>", warnings=("byline: unclear",))

    await run_import(settings, [GOOD, warned], Policy(), TextReport(verbose=False))
    drafts = capsys.readouterr().out.splitlines()
    await run_import(settings, [GOOD, warned], Policy(), TextReport(verbose=False))
    again = capsys.readouterr().out.splitlines()
    await run_import(settings, [GOOD, BAD], Policy(publish=True), TextReport(verbose=False))
    unpublished = capsys.readouterr().out.splitlines()

    assert drafts == [
        "made      pages/3.txt  art_2  另一个: byline: unclear",
        "2 items: 2 made, 0 matched, 0 refused; 0 public.",
    ]
    assert again == ["2 items: 0 made, 2 matched, 0 refused; 0 public."]
    assert len(unpublished) == 3
    assert unpublished[0].startswith("matched   pages/1.txt  art_1  渡轮恢复通航: imported before")
    assert "; not published: date: " in unpublished[0]
    assert unpublished[2] == (
        "2 items: 0 made, 1 matched, 1 refused; 0 public. "
        "1 item was not published, for want of a date; --publish-undated publishes such items too."
    )


async def test_an_item_of_a_day_to_come_wants_no_date(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(_env_file=None, database_url=database_url)
    coming = replace(GOOD, published_at=datetime.now(UTC) + timedelta(days=2))

    await run_import(settings, [coming], Policy(publish=True), TextReport(verbose=False))

    note, end = capsys.readouterr().out.splitlines()
    assert "not published: date: " in note
    assert end.endswith("1 item was not published; the notes of these items say why.")


async def test_interrupted_import_tells_what_is_in(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(_env_file=None, database_url=database_url)

    def items() -> Iterator[ImportItem]:
        for number in range(120):
            if number == 110:
                task.cancel()
            yield replace(GOOD, label=str(number), title=f"标题{number}", body_html=f"<p>{number}</p>")

    task = asyncio.create_task(run_import(settings, items(), Policy(), TextReport(verbose=False)))
    with pytest.raises(asyncio.CancelledError):
        await task

    printed = capsys.readouterr()
    assert (
        printed.err == "Interrupted: at least 100 items are in. Running the same command again completes the import.\n"
    )
    assert printed.out == ""


async def test_import_has_patience_with_others_that_write(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def open_patiently(settings: Settings, *, wait_seconds: float) -> Any:
        waited.append(wait_seconds)
        return open_site(settings, wait_seconds=wait_seconds)

    monkeypatch.setattr("cms.imports.open_site", open_patiently)

    await run_import(Settings(_env_file=None, database_url=database_url), [GOOD], Policy(), TextReport(verbose=False))

    assert waited == [60]


async def test_published_items_are_counted(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(_env_file=None, database_url=database_url)

    await run_import(settings, [GOOD], Policy(publish=True, publish_undated=True), TextReport(verbose=True))

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("made      pages/1.txt  art_1 public  渡轮恢复通航")
    assert lines[1] == "1 item: 1 made, 0 matched, 0 refused; 1 public."


def test_json_is_one_object_an_item_and_the_summary_is_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    report = JSONReport()

    report.item(ItemReport("a\udcff.txt", Outcome.MADE, 7, "标题", "biaoti", is_public=True, notes=("x",)))
    report.item(ItemReport("b.txt", Outcome.REFUSED, notes=("title: is missing",)))
    report.end(Counter({"made": 1, "refused": 1, "public": 1}))

    printed = capsys.readouterr()
    assert [json.loads(line) for line in printed.out.splitlines()] == [
        {
            "item": "a\\udcff.txt",
            "outcome": "made",
            "id": "art_7",
            "title": "标题",
            "slug": "biaoti",
            "public": True,
            "notes": ["x"],
        },
        {
            "item": "b.txt",
            "outcome": "refused",
            "id": None,
            "title": "",
            "slug": "",
            "public": False,
            "notes": ["title: is missing"],
        },
    ]
    assert printed.err == "2 items: 1 made, 0 matched, 1 refused; 1 public.\n"


def test_printed_lines_hold_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "\x1b[31m\r\nmade  fake"

    TextReport(verbose=True).item(ItemReport(hostile, Outcome.MADE, 1, hostile, notes=(hostile,)))

    (line,) = capsys.readouterr().out.split("\n")[:-1]
    assert not CONTROL_CHARACTERS.search(line)


def test_nothing_is_drawn_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as advance:
        advance()

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"not published": 3}, "3 items were not published; the notes of these items say why."),
        (
            {"not published": 3, "undated": 2},
            "3 items were not published, 2 of them for want of a date; --publish-undated publishes such items too.",
        ),
        (
            {"passed over": 2},
            f"2 files of other kinds passed over; what is read ends in {ENDED}.",
        ),
    ],
)
def test_summary_tells_what_was_left_out(counts: dict[str, int], words: str) -> None:
    assert summary(Counter(counts)) == f"0 items: 0 made, 0 matched, 0 refused; 0 public. {words}"


def test_named_endings_are_those_that_are_read() -> None:
    told = set(re.findall(r"\.\w+", summary(Counter({"passed over": 1}))))

    assert told == files._PAGES | files._LINES


def test_summary_of_nothing() -> None:
    assert summary(Counter()) == "0 items: 0 made, 0 matched, 0 refused; 0 public."


async def test_import_into_a_missing_site_is_refused(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/none.sqlite3")

    with pytest.raises(SetupError, match="cms init"):
        await run_import(settings, [GOOD], Policy(), TextReport(verbose=False))
