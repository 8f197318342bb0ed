"""What `cms import` prints, and its exit code."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from cms.errors import ItemRefused, SetupError
from cms.importers.item import ImportItem
from cms.importers.store import ItemReport, Outcome, Policy
from cms.imports import JSONReport, TextReport, progress_bar, run_import, summary
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


def test_summary_of_nothing() -> None:
    assert summary(Counter()) == "0 items: 0 made, 0 matched, 0 refused; 0 public."


async def test_import_into_a_missing_site_is_refused(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/none.sqlite3")

    with pytest.raises(SetupError, match="cms init"):
        await run_import(settings, [GOOD], Policy(), TextReport(verbose=False))
