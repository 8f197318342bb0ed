"""The hot lists: what is read most just now, for the whole site and for each category with all below it.

A hit counts half as much for every half-life since it happened (exponential decay), and not at all once it is older
than the list looks back. One process at a time computes the lists and writes those that changed; reading them is a
walk along an index. Editors can give an article a place, or keep it out.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q

from cms import events, inputs
from cms.db import Database, writing
from cms.db.sql import run, run_many
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Draft, HotChoice, HotPlace, HotTurn
from cms.models.fields import canonical
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.words import HotWindow

WHOLE_SITE = 0
LONGEST = 100  # places of a list
ROUND_SECONDS = 60
LOOK_SECONDS = 2.0
AT_ONCE = 50  # lists that one transaction writes
# The list by an article's number of all time is shown nowhere. But lists in that order are, from kept answers too; when
# its beginning changes, these are made anew.
EVER = "EVER"

_HOUR = 3600
_SCALE = 2**16
LARGEST = 2**31 - 1


@dataclass(frozen=True)
class Rule:
    """How far a list looks back, what its half-life is, and how long ago the list was that its trend compares with."""

    hours: int
    half_life_hours: float
    trend_hours: int


RULES = {
    HotWindow.HOUR: Rule(1, 0.5, 1),
    HotWindow.DAY: Rule(24, 6, 1),
    HotWindow.WEEK: Rule(7 * 24, 2 * 24, 24),
    HotWindow.MONTH: Rule(30 * 24, 10 * 24, 24),
}


@dataclass(frozen=True)
class Standing:
    """Where an article stands by its hits alone; a rank of None is beyond LONGEST, or without any hit."""

    article_id: int
    score: int
    rank: int | None
    former_rank: int | None


@dataclass(frozen=True)
class Pin:
    """The place, counted from 1, that an editor gave an article, and the categories that it is in."""

    article_id: int
    position: int
    score: int = 0


@dataclass(frozen=True)
class Place:
    """One place of a list as it is shown."""

    article_id: int
    score: int
    former_rank: int | None
    is_pinned: bool


def weights(rule: Rule, now: datetime, *, ago_hours: int = 0) -> dict[int, int]:
    """What a hit of each hour counts now, or counted so many hours ago, in parts of 65,536.

    The hits of an hour are taken to lie evenly in it, as far as it is over.
    """
    present = int(now.timestamp())
    end = present - ago_hours * _HOUR
    start = end - rule.hours * _HOUR
    found = {}
    for hour in range(start // _HOUR, end // _HOUR + 1):
        first, last = max(hour * _HOUR, start), min((hour + 1) * _HOUR, end)
        over = min((hour + 1) * _HOUR, present) - hour * _HOUR
        share = 1.0 if over <= 0 else (last - first) / over
        age_hours = (end - (first + last) / 2) / _HOUR
        if weight := round(_SCALE * share * 0.5 ** (age_hours / rule.half_life_hours)):
            found[hour] = weight
    return found


def arranged(standings: Sequence[Standing], pins: Iterable[Pin]) -> list[Place]:
    """A list as it is shown: pins at their positions, the others around them by rank.

    Where the list is shorter than a pin's position, the pin is at its end. Its former ranks are those of the list that
    the hits of then make with the pins of now, so a pin moves nothing up or down.
    """
    pinned = sorted(pins, key=lambda pin: (pin.position, -pin.article_id))
    before = _filled([one.article_id for one in _by_rank(standings, "former_rank")], pinned)
    former = {article_id: rank for rank, article_id in enumerate(before, 1)}
    scores = {pin.article_id: pin.score for pin in pinned}
    present = _filled([one.article_id for one in _by_rank(standings, "rank")], pinned)
    scores |= {one.article_id: one.score for one in standings}
    ids = {pin.article_id for pin in pinned}
    return [Place(number, scores[number], former.get(number), number in ids) for number in present]


def _by_rank(standings: Sequence[Standing], name: str) -> list[Standing]:
    ranked = [one for one in standings if getattr(one, name) is not None]
    return sorted(ranked, key=lambda one: getattr(one, name))


def _filled(ids: list[int], pinned: Sequence[Pin]) -> list[int]:
    for pin in pinned:
        ids.insert(pin.position - 1, pin.article_id)
    return ids[:LONGEST]


# Computing the lists


async def take_turn(now: datetime) -> bool:
    """Whether it is time to compute the lists, and the turn of whoever asks; nobody else gets it for ROUND_SECONDS."""
    # A clock that was set back must not leave the lists as they are until it has caught up.
    too_far = now + timedelta(seconds=2 * ROUND_SECONDS)
    due = HotTurn.filter(Q(due_at__lte=now) | Q(due_at__gt=too_far), id=1)
    if not await due.exists():
        if await HotTurn.exists(id=1):
            return False
        async with writing(changes_content=False) as tx:
            await run(
                tx, "INSERT INTO hot_turn (id,due_at) VALUES (1,'1970-01-01T00:00:00Z') ON CONFLICT (id) DO NOTHING"
            )
    return await due.update(due_at=now + timedelta(seconds=ROUND_SECONDS)) > 0


async def rank(database: Database, now: datetime) -> int:
    """Compute all lists and write those whose order, trends or pins changed; how many these were."""
    await _forget_expired(now)
    count = 0
    for window, rule in RULES.items():
        lists = await _computed(database, rule, now)
        count += await _write(database, window, lists)
    return count + await _write(database, EVER, {WHOLE_SITE: await _most_viewed(database)})


async def _computed(database: Database, rule: Rule, now: datetime) -> dict[int, list[Place]]:
    """The lists of one span, by the category's id."""
    present, former = weights(rule, now), weights(rule, now, ago_hours=rule.trend_hours)
    given = [[hour, present.get(hour, 0), former.get(hour, 0)] for hour in sorted(present.keys() | former.keys())]
    read = await database.fetch(_statement(database, _STANDINGS), _bound(database, json.dumps(given)), seconds=60)
    # On a large site there are some ten thousand places, and others want to be answered meanwhile.
    return await asyncio.to_thread(_arranged, read or "[]")


def _arranged(read: bytes | str) -> dict[int, list[Place]]:
    standings: dict[int, list[Standing]] = {}
    pins: dict[int, list[Pin]] = {}
    for category_id, article_id, position, score, place, former_place in orjson.loads(read):
        shown = min(score * 100 // _SCALE, LARGEST)
        if position is not None:
            pins.setdefault(category_id, []).append(Pin(article_id, position, shown))
        else:
            standings.setdefault(category_id, []).append(Standing(article_id, shown, place, former_place))
    return {
        category_id: arranged(standings.get(category_id, []), pins.get(category_id, []))
        for category_id in standings.keys() | pins.keys()
    }


async def _most_viewed(database: Database) -> list[Place]:
    read = await database.fetch(_statement(database, _MOST_VIEWED))
    return [Place(article_id, views, None, is_pinned=False) for article_id, views in orjson.loads(read or "[]")]


# `{rows}` is the bound list of hours with what their hits count now and a while ago. Pins have a position and no rank.
# Of the copies of a story only the lead is listed, unless an editor pinned another.
_STANDINGS = f"""
WITH weight AS MATERIALIZED ({{rows}}),
seen AS (SELECT h.article_id AS id,sum(CAST(h.count AS BIGINT)*w.present) AS present,
 sum(CAST(h.count AS BIGINT)*w.former) AS former
 FROM weight w JOIN hourly_hits h ON h.hour=w.hour GROUP BY h.article_id),
wanted AS (SELECT s.id,CAST(NULL AS INTEGER) AS position,s.present,s.former FROM seen s
 WHERE NOT EXISTS(SELECT 1 FROM hot_choice c WHERE c.article_id=s.id)
 UNION ALL SELECT c.article_id,c.position,coalesce(s.present,0),coalesce(s.former,0)
 FROM hot_choice c LEFT JOIN seen s ON s.id=c.article_id WHERE c.position IS NOT NULL),
public AS MATERIALIZED (SELECT w.*,a.category_id FROM wanted w JOIN article a ON a.id=w.id
 LEFT JOIN copy y ON y.article_id=w.id WHERE w.position IS NOT NULL OR y.place IS NULL OR y.place=0),
placed AS (SELECT {WHOLE_SITE} AS list,p.* FROM public p
 UNION ALL SELECT n.ancestor_id,p.* FROM public p JOIN category_ancestor n ON n.category_id=p.category_id),
ranked AS (SELECT q.*,
 row_number() OVER (PARTITION BY q.list,q.position IS NULL ORDER BY q.present DESC,q.id DESC) AS place,
 row_number() OVER (PARTITION BY q.list,q.position IS NULL ORDER BY q.former DESC,q.id DESC) AS former_place
 FROM placed q),
shown AS (SELECT r.list,r.id,r.position,r.present,
 CASE WHEN r.present>0 AND r.place<={LONGEST} THEN r.place END AS place,
 CASE WHEN r.former>0 AND r.former_place<={LONGEST} THEN r.former_place END AS former_place FROM ranked r)
SELECT {{array}} FROM shown s WHERE s.position IS NOT NULL OR s.place IS NOT NULL OR s.former_place IS NOT NULL
"""  # noqa: S608 - our own words
_MOST_VIEWED = (
    "SELECT {viewed} FROM (SELECT a.id,a.view_count FROM article a WHERE a.view_count>0"  # noqa: S608 - as above
    f" ORDER BY a.view_count DESC,a.id DESC LIMIT {LONGEST}) s"
)
_STORED = "SELECT {stored} FROM hot_place s WHERE s.span={value}"
_COLUMNS = "s.category_id,s.rank,s.article_id,s.score,s.former_rank,s.is_pinned"
_WORDS = {
    "sqlite": {
        "rows": "SELECT e.value->>0 AS hour,e.value->>1 AS present,e.value->>2 AS former FROM json_each(:p1) e",
        "array": "json_group_array(json_array(s.list,s.id,s.position,s.present,s.place,s.former_place))",
        "viewed": "json_group_array(json_array(s.id,s.view_count))",
        "stored": f"json_group_array(json_array({_COLUMNS}))",
        "value": ":p1",
    },
    "postgres": {
        "rows": "SELECT CAST(e.value->>0 AS INTEGER) AS hour,CAST(e.value->>1 AS INTEGER) AS present,"
        "CAST(e.value->>2 AS INTEGER) AS former FROM jsonb_array_elements(CAST(CAST($1 AS text) AS jsonb)) e",
        "array": "json_agg(json_build_array(s.list,s.id,s.position,s.present,s.place,s.former_place))",
        "viewed": "json_agg(json_build_array(s.id,s.view_count))",
        "stored": f"json_agg(json_build_array({_COLUMNS}))",
        "value": "$1",
    },
}


def _statement(database: Database, text: str) -> str:
    return text.format(**_WORDS[database.dialect])


def _bound(database: Database, value: str) -> Any:
    return {"p1": value} if database.dialect == "sqlite" else [value]


async def _write(database: Database, span: str, lists: Mapping[int, list[Place]]) -> int:
    """Write the lists of a span that are not as they stand; how many these were."""
    stored = await _stored(database, span)
    wanted = {category_id: places for category_id, places in lists.items() if places}
    changed = [
        category_id
        for category_id in sorted(stored.keys() | wanted.keys())
        if _order(stored.get(category_id, [])) != _order(wanted.get(category_id, []))
    ]
    for start in range(0, len(changed), AT_ONCE):
        some = changed[start : start + AT_ONCE]
        async with writing() as tx:
            await HotPlace.filter(span=span, category_id__in=some).using_db(tx).delete()
            await _insert(tx, span, {category_id: wanted.get(category_id, []) for category_id in some})
    return len(changed)


async def _stored(database: Database, span: str) -> dict[int, list[Place]]:
    read = await database.fetch(_statement(database, _STORED), _bound(database, span))
    found: dict[int, list[Place]] = {}
    for category_id, _rank, article_id, score, former_rank, is_pinned in sorted(orjson.loads(read or "[]")):
        found.setdefault(category_id, []).append(Place(article_id, score, former_rank, bool(is_pinned)))
    return found


def _order(places: Sequence[Place]) -> list[tuple[int, int | None, bool]]:
    """What makes two lists the same. Scores fall all the time; those shown are of when the order changed."""
    return [(one.article_id, one.former_rank, one.is_pinned) for one in places]


async def _insert(tx: TransactionalDBClient, span: str, lists: Mapping[int, list[Place]]) -> None:
    rows = [
        (span, category_id, number, one.article_id, one.score, one.former_rank, one.is_pinned)
        for category_id, places in lists.items()
        for number, one in enumerate(places, 1)
    ]
    # A draft that was deleted since the list was computed has no place any more.
    await run_many(
        tx,
        "INSERT INTO hot_place (span,category_id,rank,article_id,score,former_rank,is_pinned)"
        " SELECT ?,?,?,d.id,?,?,? FROM draft d WHERE d.id=?",
        [(*row[:3], *row[4:], row[3]) for row in rows],
    )


async def _forget_expired(now: datetime) -> None:
    """Forget what editors wanted until a time that has come."""
    if await HotChoice.filter(until__lte=now).exists():
        async with writing() as tx:
            await HotChoice.filter(until__lte=now).using_db(tx).delete()


# What editors want


async def pin(viewer: Viewer, draft_id: int, *, position: int = 1, until: datetime | None = None) -> HotChoice:
    """Give an article a place, counted from 1, in the hot lists of the site and of its categories, maybe until a time.

    It need not be public: it shows as soon as it is. A place that it had before, or that it was excluded, is forgotten.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such article.
        ValidationFailed: the position is outside 1 to LONGEST, or the time is over.
    """
    now = datetime.now(UTC)
    problems = [FieldProblem("position", f"must be 1 to {LONGEST}")] if not 1 <= position <= LONGEST else []
    if until is not None and until <= now:
        problems.append(FieldProblem("until", "is over already; give a time to come, or none"))
    return await _choose(viewer, draft_id, "pinned", problems, now, position=position, until=until)


async def exclude(viewer: Viewer, draft_id: int, *, until: datetime | None = None) -> HotChoice:
    """Keep an article out of all hot lists, maybe until a time. A place that it had is forgotten.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such article.
        ValidationFailed: the time is over.
    """
    now = datetime.now(UTC)
    is_over = until is not None and until <= now
    problems = [FieldProblem("until", "is over already; give a time to come, or none")] if is_over else []
    return await _choose(viewer, draft_id, "excluded", problems, now, position=None, until=until)


async def unpin(viewer: Viewer, draft_id: int) -> None:
    """Take away the place that an editor gave an article; it stands where its hits put it.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such article.
        ValidationFailed: it is not pinned.
    """
    await _undo(viewer, draft_id, "unpinned", Q(position__isnull=False), "this is not pinned")


async def include(viewer: Viewer, draft_id: int) -> None:
    """Let an article into the hot lists again.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such article.
        ValidationFailed: it is not excluded.
    """
    await _undo(viewer, draft_id, "included", Q(position__isnull=True), "this is not excluded")


async def _choose(
    viewer: Viewer, draft_id: int, act: str, problems: list[FieldProblem], now: datetime, **values: Any
) -> HotChoice:
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        await _find(tx, draft_id)
        if problems:
            raise ValidationFailed(*problems)
        former = await HotChoice.filter(article_id=draft_id).using_db(tx).first()
        choice = HotChoice(article_id=draft_id, **values)  # which cuts off the fractions of a second
        if former is None or (former.position, former.until) != (choice.position, choice.until):
            await HotChoice.filter(article_id=draft_id).using_db(tx).delete()
            await HotChoice.create(using_db=tx, article_id=draft_id, **values)
            told = {name: value for name, value in values.items() if value is not None}
            await _record(tx, viewer, act, draft_id, now, told)
    return choice


async def _undo(viewer: Viewer, draft_id: int, act: str, kind: Q, problem: str) -> None:
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        await _find(tx, draft_id)
        if not await HotChoice.filter(kind, article_id=draft_id).using_db(tx).delete():
            raise ValidationFailed(FieldProblem("id", problem))
        await _record(tx, viewer, act, draft_id, datetime.now(UTC), {})


async def _find(tx: TransactionalDBClient, draft_id: int) -> None:
    if not await Draft.filter(id=draft_id).using_db(tx).exists():
        raise inputs.missing("article", draft_id)


async def _record(
    tx: TransactionalDBClient, viewer: Viewer, act: str, draft_id: int, now: datetime, told: Mapping[str, Any]
) -> None:
    """Tell of a choice, let an excluded article go at once, and let the lists be computed soon."""
    if act == "excluded":
        await HotPlace.filter(article_id=draft_id).exclude(span=EVER).using_db(tx).delete()
    await HotTurn.filter(id=1).using_db(tx).update(due_at=now)
    shown: dict[str, Any] = {
        name: canonical(value) if isinstance(value, datetime) else value for name, value in told.items()
    }
    await events.record(tx, viewer, f"hot.{act}", ("draft", draft_id), at=now, tags=["list:hot"], **shown)
