"""Column types: times, keys and JSON come back as they went in, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from cms.db import Database
from tests.small_models import Book, Shelf

pytestmark = pytest.mark.anyio


async def test_moments_come_back_as_whole_seconds_in_utc(small: Database) -> None:
    shanghai = timezone(timedelta(hours=8))
    moment = datetime(2026, 1, 28, 17, 30, 0, 999_999, tzinfo=shanghai)

    book = await Book.create(title="a", printed_at=moment)

    stored = await Book.get(id=book.id)
    assert stored.printed_at == datetime(2026, 1, 28, 9, 30, tzinfo=UTC)
    assert await Book.filter(printed_at__lte=datetime(2026, 1, 28, 9, 30, tzinfo=UTC)).count() == 1
    assert await Book.filter(printed_at__lt=datetime(2026, 1, 28, 9, 30, tzinfo=UTC)).count() == 0
    if small.dialect == "sqlite":
        assert await small.fetch("SELECT printed_at FROM book") == b"2026-01-28T09:30:00Z"


async def test_moments_without_an_offset_are_refused(small: Database) -> None:
    with pytest.raises(ValueError, match="offset"):
        await Book.create(title="a", printed_at=datetime(2026, 1, 28))  # noqa: DTZ001 - that is the point
    with pytest.raises(TypeError):
        await Book.filter(printed_at="2026-01-28").count()


async def test_keys_sort_by_code_point(small: Database) -> None:
    names = ["b", "B", "a", "_", "ä", "中", "一", "Z", "𠀀", "10", "9"]
    await Shelf.bulk_create([Shelf(name=name) for name in names])

    assert await Shelf.all().order_by("name").values_list("name", flat=True) == sorted(names)


async def test_json_is_kept_in_real_utf8(small: Database) -> None:
    await Book.create(title="a", notes={"标题": ["晚报", 1, None]})

    assert (await Book.get(title="a")).notes == {"标题": ["晚报", 1, None]}
    if small.dialect == "sqlite":
        assert await small.fetch("SELECT notes FROM book") == '{"标题":["晚报",1,null]}'.encode()
