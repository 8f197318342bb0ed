"""Column types that behave the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar, overload

from tortoise.exceptions import ConfigurationError
from tortoise.fields.base import Field
from tortoise.fields.data import CharField, IntField, JSONField
from tortoise.fields.db_defaults import Now

# The first moments of the calendar are "minus infinity" to PostgreSQL's driver.
EARLIEST_YEAR = 1000

Moment = TypeVar("Moment", datetime, datetime | None)


class StoredMoment(datetime):
    """An aware UTC time of whole seconds on its way into a column.

    Its own type lets one value serve both drivers: asyncpg takes it as the datetime that it is, and sqlite3 finds the
    adapter below without the one that the ORM registers for plain datetimes getting in the way.
    """


def canonical(moment: datetime) -> str:
    """The one text of a time: `2026-01-28T09:30:00Z`, UTC, twenty characters, sorts as it passes.

    Raises:
        ValueError: the time is naive, so nobody knows which moment it names, or lies before EARLIEST_YEAR.
    """
    return _utc_seconds(moment).isoformat()[:19] + "Z"


def _utc_seconds(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a time needs its offset from UTC, this one has none: {moment.isoformat()}")
    utc = moment.astimezone(UTC).replace(microsecond=0)
    if utc.year < EARLIEST_YEAR:
        raise ValueError(f"the year {utc.year} is before {EARLIEST_YEAR}")
    return utc


def stored(moment: datetime) -> StoredMoment:
    """A time as a value for either driver.

    Raises:
        ValueError: as for `canonical`.
    """
    utc = _utc_seconds(moment)
    return StoredMoment.combine(utc.date(), utc.time(), UTC)


sqlite3.register_adapter(StoredMoment, canonical)


class UTCDateTimeField(Field[Moment]):
    """A moment: aware, UTC, whole seconds (fractions are cut off, not rounded).

    SQLite holds fixed-width text (`canonical`), which compares in time order; PostgreSQL holds TIMESTAMPTZ.
    When written and when filtered by, naive datetimes are refused with ValueError, other types with TypeError.
    """

    field_type = datetime
    SQL_TYPE = "TIMESTAMPTZ"

    class _db_sqlite:  # noqa: N801 - the ORM looks it up by this name
        SQL_TYPE = "TEXT"

    @overload
    def __init__(self: UTCDateTimeField[datetime], *, null: Literal[False] = False, **options: Any) -> None: ...

    @overload
    def __init__(self: UTCDateTimeField[datetime | None], *, null: Literal[True], **options: Any) -> None: ...

    def __init__(self, *, null: bool = False, **options: Any) -> None:
        if isinstance(options.get("db_default"), Now):
            raise ConfigurationError("CURRENT_TIMESTAMP is not our text of a time on SQLite; give the time yourself")
        super().__init__(null=null, **options)

    def to_db_value(self, value: Any, instance: Any) -> StoredMoment | None:
        """The value both drivers store as the same moment."""
        if value is None:
            self.validate(value)
            return None
        if not isinstance(value, datetime):
            raise TypeError(f"{self.model_field_name} takes a datetime, not {type(value).__name__}")
        moment = _utc_seconds(value)
        self.validate(moment)
        return stored(moment)

    def to_python_value(self, value: Any) -> datetime | None:
        """The moment as an aware UTC datetime of whole seconds, from a column or from whoever sets the attribute."""
        if value is None:
            return None
        return _utc_seconds(datetime.fromisoformat(value) if isinstance(value, str) else value)


Text = TypeVar("Text", str, str | None)


class KeyField(CharField[Text]):
    """A CharField that is compared and sorted by code point on both databases.

    SQLite always does; PostgreSQL would follow the language of the server, so its column says COLLATE "C".
    """

    class _db_postgres:  # noqa: N801 - the ORM looks it up by this name
        def __init__(self, field: KeyField[Any]) -> None:
            self.field = field

        @property
        def SQL_TYPE(self) -> str:  # noqa: N802 - the ORM's name
            return f'VARCHAR({self.field.max_length}) COLLATE "C"'


Document = TypeVar("Document")


class JSONTextField(JSONField[Document]):
    """JSON, written compactly in real UTF-8: TEXT on SQLite, JSONB on PostgreSQL.

    The ORM's own field declares the type JSON on SQLite, whose numeric affinity turns the document "1" into a number.
    JSONB does not keep the order of an object's keys, so nothing may depend on it.
    """

    class _db_sqlite:  # noqa: N801 - the ORM looks it up by this name
        SQL_TYPE = "TEXT"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As the ORM's, without encoder and decoder: they are not part of the schema."""
        path, arguments, options = super().deconstruct()
        return path, arguments, {name: value for name, value in options.items() if name not in {"encoder", "decoder"}}


class RowIdField(IntField[int]):
    """The primary key of a row whose number is given to it. SQLite's INTEGER makes it the row's own address."""

    class _db_sqlite:  # noqa: N801 - the ORM looks it up by this name
        SQL_TYPE = "INTEGER"

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"primary_key": True, "generated": False} | options)
