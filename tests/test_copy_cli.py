"""The commands `cms copies`, and what an import says of copies, run as the console script runs them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.copied import words
from tests.test_cli import Run, folder, run, site, template

__all__ = ["folder", "run", "site", "template"]


def test_copies_are_imported_verified_made_anew_and_skipped(site: Path, run: Run) -> None:
    records = [{"title": f"稿{n}", "body": words(1), "publishedAt": "2026-01-01"} for n in range(2)]
    (site / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    (site / "b.jsonl").write_text(json.dumps(records[0] | {"title": "另一稿"}), encoding="utf-8")

    imported = run("import", "--publish", "a.jsonl")
    well = run("copies", "verify")
    for path in (site / "data").glob("*.sqlite3"):
        with sqlite3.connect(path) as connection:
            connection.execute("DELETE FROM signature")
        connection.close()
    wrong = run("copies", "verify")
    rebuilt = run("copies", "rebuild")
    again = run("copies", "verify")
    skipped = run("import", "--duplicates=skip", "b.jsonl")

    assert "looks like art_1 (100 %)" in imported.stdout
    assert (well.code, well.stdout) == (0, "All is well.\n")
    assert wrong.code == 1
    assert "art_1: its newest text has no signature of this version" in wrong.stdout
    assert (rebuilt.code, rebuilt.stdout) == (0, "Made the signatures of 2 drafts.\n")
    assert again.code == 0
    assert "not imported: looks like art_1 (100 %)" in skipped.stdout
