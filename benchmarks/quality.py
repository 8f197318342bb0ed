"""How well pages are read, words found, related articles and copies recognised.

    python -m benchmarks.quality CORPUS [import] [search] [related] [copies]

With the scorers of the corpus. The speed on a large site is measured by benchmarks/searching.py, relating.py and
copying.py themselves.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta, timezone
from pathlib import Path

from cms.errors import ItemRefused
from cms.importers.files import read_items
from cms.importers.item import ImportItem
from cms.sanitize import html_to_text
from cms.words import CreditRole

SHOWN = timezone(timedelta(hours=8))
WRITERS = (CreditRole.AUTHOR, CreditRole.REPORTER)
EDITORS = (CreditRole.EDITOR, CreditRole.COLLECTING_EDITOR)

Part = Callable[[Path], Iterator[str]]


def imports(corpus: Path) -> Iterator[str]:
    """Lines of a table: how much of each field is right, on real pages and on made ones."""
    yield from _import_part(corpus, "pages")
    yield from _import_part(corpus, "pages-made")


def _import_part(corpus: Path, name: str) -> Iterator[str]:
    """The scores of one folder, whose name is that of the file with what is expected."""
    began = time.perf_counter()
    records, refused = [], []
    for path in sorted((corpus / name).iterdir()):
        for item in read_items([str(path)]):
            if isinstance(item, ItemRefused):
                refused.append(f"   {path.name}: refused: {item.field}: {item.reason}")
            else:
                records.append(_record(path.name, item))
    seconds = time.perf_counter() - began
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        file.flush()
        scored = run(corpus / "score_import.py", corpus / f"{name}.jsonl", corpus / name, Path(file.name))
    yield f"## {name}: {len(records)} pages read, {len(refused)} refused, {seconds:.1f} s"
    yield from refused
    yield from scored.splitlines()


def _record(file: str, item: ImportItem) -> dict[str, object]:
    # HTML pages are judged by the breadcrumb as printed, the home page included.
    trail = next((one.text.split(" > ") for one in item.evidence if one.field == "category_id"), None)
    return {
        "file": file,
        "title": item.title,
        "published": item.published_at.astimezone(SHOWN).strftime("%Y-%m-%d %H:%M:%S") if item.published_at else None,
        "source": item.source,
        "authors": [credit.name for credit in item.credits if credit.role in WRITERS],
        "editors": [credit.name for credit in item.credits if credit.role in EDITORS],
        "correspondents": [credit.name for credit in item.credits if credit.role == CreditRole.CORRESPONDENT],
        "breadcrumb": trail if file.endswith((".html", ".htm")) else list(item.category_path),
        "body": html_to_text(item.body_html),
        "related": [{"title": one.title, "teaser": one.teaser} for one in item.related],
        "hot": [{"title": one.title, "teaser": one.teaser} for one in item.hot or ()],
        "latest": [{"title": one.title, "teaser": one.teaser} for one in item.newest or ()],
    }


def run(scorer: Path, *arguments: Path) -> str:
    """What a scorer of the corpus prints."""
    command = [sys.executable, str(scorer), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _measured(name: str, corpus: Path, *options: str) -> Iterator[str]:
    """What another benchmark prints."""
    command = [sys.executable, "-m", f"benchmarks.{name}", str(corpus), *options]
    yield from subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


# Each part prints lines of its own; another measure joins by its name.
PARTS: dict[str, Part] = {
    "import": imports,
    "search": lambda corpus: _measured("searching", corpus, "--articles", "0"),
    "related": lambda corpus: _measured("relating", corpus, "--articles", "0"),
    "copies": lambda corpus: _measured("copying", corpus, "--signatures", "5000"),
}


def main() -> None:
    """Run the parts that are asked for, all of them if none is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="the folder of the corpus")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; everything if left out")
    arguments = parser.parse_args()
    for name in arguments.parts or PARTS:
        print(f"# {name}")
        for line in PARTS[name](arguments.corpus):
            print(line)


if __name__ == "__main__":
    main()
