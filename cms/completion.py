"""Finding names by their beginnings: as written, by pinyin, by initials (荆州日报, `jingzhouribao`, `jzrb`).

What can be typed for a name is worked out when the name is given, and kept in a table whose index answers. Whoever
writes a name says so here, in the same transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.context import require_context

from cms import text
from cms.db import writing
from cms.db.bulk import insert_many
from cms.db.sql import run
from cms.hanzi import folded
from cms.models import Article, Author, Category, Completion, Source, Tag
from cms.words import AuthorKind, CompletionKind

KEY_LENGTH = 60
# A name can be found from each of its first characters on; of a headline it is its first parts.
MOST_STARTS = 30
MOST_PARTS = 4
REBUILT_AT_ONCE = 500

_PARTS = re.compile(r"[^\W_]+")
_PIECES = re.compile(rf"[{text.HAN}]+|[^{text.HAN}]+")

MODELS: dict[CompletionKind, type[Article | Author | Source | Category | Tag]] = {
    CompletionKind.ARTICLE: Article,
    CompletionKind.AUTHOR: Author,
    CompletionKind.SOURCE: Source,
    CompletionKind.CATEGORY: Category,
    CompletionKind.TAG: Tag,
}


def typed(value: str) -> str:
    """What somebody typed in the form of the keys: letters and digits alone, folded."""
    return "".join(character for character in folded(value) if character.isalnum())[:KEY_LENGTH]


@dataclass(frozen=True)
class _Unit:
    """A Chinese character, or a word or number of another script. `begins` says that a part of the name begins here."""

    written: str
    spoken: str
    initial: str
    begins: bool


def keys_of(name: str, *, is_person: bool = False, is_headline: bool = False) -> dict[str, int]:
    """What can be typed for a name, and how many units of the name are left out before it.

    A headline can be found from its beginning and from behind its first marks and spaces; any other name from each of
    its characters and words. The surname of a person is read as such.
    """
    units = list(_units(folded(name), is_person=is_person))
    starts = [place for place, unit in enumerate(units) if unit.begins or not is_headline]
    found: dict[str, int] = {}
    for start in starts[: MOST_PARTS if is_headline else MOST_STARTS]:
        rest = units[start : start + KEY_LENGTH]
        forms = zip(*((unit.written, unit.spoken, unit.initial) for unit in rest), strict=True)
        for form in forms:
            found.setdefault("".join(form)[:KEY_LENGTH], start)
    return found


def _units(name: str, *, is_person: bool) -> Iterator[_Unit]:
    for part in _PARTS.finditer(name):
        begins = True
        for piece in _PIECES.findall(part[0]):
            if text.is_han(piece):
                spoken = text.syllables(piece, is_person=is_person)
                for written, syllable in zip(piece, spoken, strict=True):
                    yield _Unit(written, syllable, syllable[0], begins)
                    begins = False
            else:
                yield _Unit(piece, piece, piece, begins)
                begins = False


async def put(
    tx: TransactionalDBClient, kind: CompletionKind, subject_id: int, name: str, *, is_person: bool = False
) -> None:
    """Let something be found by its name, and no longer by a former one."""
    await drop(tx, kind, subject_id)
    await insert_many(tx, _rows(kind, subject_id, name, is_person=is_person))


async def drop(tx: TransactionalDBClient, kind: CompletionKind, subject_id: int) -> None:
    """Let something no longer be found."""
    await Completion.filter(kind=kind, subject_id=subject_id).using_db(tx).delete()


async def rebuild(*, missing: bool = False) -> int:
    """Work out anew what can be typed for every name, or for those that lack it; how many names.

    Some at a time, while the site goes on. Names that are given meanwhile are written by whoever gives them.
    """
    count = 0
    for kind, model in MODELS.items():
        table, after = model._meta.db_table, -1
        while ids := [row["id"] for row in await _next(kind, table, after, missing=missing)]:
            async with writing() as tx:
                # Locked, so that nobody gives one of them another name before its former one is written.
                for row in await model.filter(id__in=ids).using_db(tx).select_for_update():
                    await put(tx, kind, row.id, name_of(row), is_person=is_person(row))
            count, after = count + len(ids), ids[-1]
        if not missing:
            async with writing() as tx:
                gone = f"kind='{kind}' AND subject_id NOT IN (SELECT id FROM {table})"  # noqa: S608 - our own words
                await run(tx, f"DELETE FROM completion WHERE {gone}")  # noqa: S608 - our own words
    return count


async def lacking() -> int:
    """How many names cannot be typed as they are; those without any letter or digit are none."""
    count = 0
    for kind, model in MODELS.items():
        table, after = model._meta.db_table, -1
        while rows := await _next(kind, table, after, missing=True):
            count += sum(1 for row in rows if typed(row["name"]))
            after = rows[-1]["id"]
    return count


async def _next(kind: CompletionKind, table: str, after: int, *, missing: bool) -> list[dict[str, Any]]:
    name = "title" if kind is CompletionKind.ARTICLE else "name"
    has = f"EXISTS(SELECT 1 FROM completion c WHERE c.kind='{kind}' AND c.subject_id=t.id)"  # noqa: S608 - our own words
    condition = f" AND NOT {has}" if missing else ""
    sql = f"SELECT t.id,t.{name} AS name FROM {table} t WHERE t.id>?{condition} ORDER BY t.id LIMIT {REBUILT_AT_ONCE}"  # noqa: S608 - our own words
    return await run(require_context().db(), sql, after)


def name_of(row: Article | Author | Source | Category | Tag) -> str:
    """What a row is known by."""
    return row.title if isinstance(row, Article) else row.name


def is_person(row: object) -> bool:
    """Whether it is a person, whose name is read in its own way."""
    return isinstance(row, Author) and row.kind == AuthorKind.PERSON


def _rows(kind: CompletionKind, subject_id: int, name: str, *, is_person: bool) -> list[Completion]:
    keys = keys_of(name, is_person=is_person, is_headline=kind is CompletionKind.ARTICLE)
    return [Completion(kind=kind, subject_id=subject_id, key=key, place=place) for key, place in keys.items()]
