"""Whole HTML pages, each with everything that is to be read from it, and nothing more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cms.importers.files import ENDINGS, read_items
from cms.importers.item import ImportItem

PAGES = Path(__file__).parent / "html_pages"
EXPECTED = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))


def read(path: Path) -> ImportItem:
    (item,) = read_items([str(path)])
    assert isinstance(item, ImportItem), item
    return item


def shown(item: ImportItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "publishedAt": item.published_at.isoformat() if item.published_at else None,
        "source": item.source,
        "category": list(item.category_path),
        "credits": [f"{credit.role} {credit.name}" for credit in item.credits],
        "byline": item.byline,
        "url": item.url,
        "language": item.language,
        "related": [[one.title, one.teaser, one.url] for one in item.related],
        "hot": [one.title for one in item.hot or ()],
        "suggestions": [[one.field, one.value] for one in item.evidence if one.is_suggestion],
        "body": re.findall(r"<p>(.*?)</p>", re.sub(r"\s*\n\s*", "", item.body_html)),
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_page_is_read_exactly(name: str) -> None:
    assert shown(read(PAGES / name)) == EXPECTED[name]


def test_every_page_has_its_expectation() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in PAGES.iterdir() if path.suffix in ENDINGS)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_value_has_its_evidence(name: str) -> None:
    item = read(PAGES / name)

    found = {one.field for one in item.evidence if not one.is_suggestion}

    assert {"title", "html"} <= found
    assert ("published_at" in found) == (item.published_at is not None)
    assert ("source_id" in found) == bool(item.source)
    assert ("category_id" in found) == bool(item.category_path)
    assert sum(one.field == "credits" and not one.is_suggestion for one in item.evidence) == len(item.credits)
