"""Orders, cursors and pages over lists in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.reference.rows import Rows

Arguments = dict[str, Any]


@dataclass(frozen=True)
class Ordering:
    """An order by one column; ties, where there can be any, are broken by id, the same way."""

    name: str
    column: str
    descending: bool = False
    has_ties: bool = True

    def key(self, row: Any) -> tuple[Any, ...]:
        value = getattr(row, self.column)
        return (value, row.id) if self.has_ties else (value,)

    def cursor(self, row: Any) -> str:
        return "|".join([self.name, *(shown_text(value) for value in self.key(row))]).encode().hex()

    def position(self, cursor: str, example: Any) -> tuple[Any, ...]:
        """The key that a cursor stands for; `example` is a row whose column has the type to read."""
        text = bytes.fromhex(cursor).decode().removeprefix(f"{self.name}|")
        kind = type(getattr(example, self.column))
        read: Callable[[str], Any] = moment if issubclass(kind, datetime) else kind
        if not self.has_ties:
            return (read(text),)
        value, number = text.rsplit("|", 1)
        return read(value), int(number)


ARTICLE_ORDERS = {
    "NEWEST": Ordering("NEWEST", "listed_at", descending=True),
    "OLDEST": Ordering("OLDEST", "listed_at"),
    "RECENTLY_MODIFIED": Ordering("RECENTLY_MODIFIED", "modified_at", descending=True),
    "MOST_VIEWED": Ordering("MOST_VIEWED", "view_count", descending=True),
}
BY_NAME = Ordering("NAME", "sort_key")
BY_PLACE_IN_STORY = Ordering("PLACE_IN_STORY", "place", has_ties=False)


@dataclass(frozen=True)
class RelatedOrdering(Ordering):
    """What editors linked by its place, then what is computed, the closest first."""

    def key(self, row: Any) -> tuple[Any, ...]:
        return (0, row.place, 0) if hasattr(row, "place") else (1, 1000 - row.score, -row.target_id)

    def position(self, cursor: str, example: Any) -> tuple[Any, ...]:
        return tuple(int(part) for part in bytes.fromhex(cursor).decode().split("|")[1:])


BY_CLOSENESS = RelatedOrdering("RELATED", "")


def moment(text: str) -> datetime:
    """A time from its text, in UTC and whole seconds."""
    return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)


def shown_text(value: Any) -> str:
    return f"{value.replace(tzinfo=None).isoformat()}Z" if isinstance(value, datetime) else str(value)


@dataclass(frozen=True)
class Page:
    """A connection: the whole list in order, and the part of it that is the page."""

    whole: Sequence[Any]
    start: int
    end: int
    order: Ordering
    rows: Rows
    has_next: bool
    has_previous: bool

    @property
    def page(self) -> Sequence[Any]:
        return self.whole[self.start : self.end]


def make_page(rows: Rows, found: Iterable[Any], order: Ordering, arguments: Arguments) -> Page:
    """The page that Relay's arguments ask for."""
    whole = sorted(found, key=order.key, reverse=order.descending)
    start, end = 0, len(whole)
    if whole and arguments.get("after") is not None:
        start = sum(not _is_later(order, row, arguments["after"]) for row in whole)
    if whole and arguments.get("before") is not None:
        end = sum(_is_earlier(order, row, arguments["before"]) for row in whole)
    if arguments.get("last") is not None:
        cut = max(start, end - arguments["last"])
        return Page(whole, cut, end, order, rows, has_next=end < len(whole), has_previous=start < cut)
    first = 20 if arguments.get("first") is None else arguments["first"]
    cut = min(end, start + first)
    return Page(whole, start, cut, order, rows, has_next=cut < end, has_previous=start > 0)


def _is_later(order: Ordering, row: Any, cursor: str) -> bool:
    here, there = order.key(row), order.position(cursor, row)
    return here < there if order.descending else here > there


def _is_earlier(order: Ordering, row: Any, cursor: str) -> bool:
    here, there = order.key(row), order.position(cursor, row)
    return here > there if order.descending else here < there
