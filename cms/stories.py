"""Stories: public articles that are copies of each other, and which of them leads.

Articles are in one story when they are linked by pairs that are alike (models.Twin), or that an editor called copies;
pairs that an editor called none do not count. Who leads is what an editor chose, or else who had it first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tortoise.backends.base.client import TransactionalDBClient

from cms import places
from cms.db.sql import listed, run, run_many

Place = tuple[int, int]  # the story and the place in it


@dataclass(frozen=True)
class Changes:
    """What became of stories: the cache tags of all that shows it differently now."""

    tags: tuple[str, ...] = ()


async def fellows(tx: TransactionalDBClient, article_id: int) -> list[int]:
    """The other articles of an article's story."""
    rows = await run(
        tx,
        "SELECT o.article_id FROM copy c JOIN copy o ON o.story_id=c.story_id WHERE c.article_id=? AND o.article_id<>?",
        article_id,
        article_id,
    )
    return [row["article_id"] for row in rows]


async def regroup(tx: TransactionalDBClient, article_ids: Sequence[int]) -> Changes:
    """Make the stories anew that some articles are in or touch by now."""
    if not article_ids:
        return Changes()
    numbers, pairs = await _connected(tx, article_ids)
    before = await _places(tx, numbers)
    if not pairs and not before:
        return Changes()
    after = await _computed(tx, numbers, pairs)
    changed = [number for number in sorted(numbers) if before.get(number) != after.get(number)]
    await _write(tx, changed, after)
    return Changes(await _tags(tx, sorted(numbers), changed)) if changed else Changes()


async def wrong(tx: TransactionalDBClient) -> list[int]:
    """The articles whose place in a story is not what the pairs make it."""
    rows = await run(
        tx,
        "SELECT article_id AS id FROM copy UNION SELECT article_id FROM twin"
        " UNION SELECT draft_id FROM copy_verdict UNION SELECT other_id FROM copy_verdict",
    )
    if not rows:
        return []
    numbers, pairs = await _connected(tx, [row["id"] for row in rows])
    before, after = await _places(tx, numbers), await _computed(tx, numbers, pairs)
    leads = await run(tx, "SELECT article_id FROM copy WHERE is_lead<>(place=0)")
    differing = {number for number in numbers if before.get(number) != after.get(number)}
    return sorted(differing | {row["article_id"] for row in leads})


async def _computed(tx: TransactionalDBClient, numbers: set[int], pairs: set[tuple[int, int]]) -> dict[int, Place]:
    """The place of each article that is in a story."""
    found: dict[int, Place] = {}
    for story in _components(numbers, pairs):
        ordered = await _in_order(tx, story)
        found |= {number: (min(story), place) for place, number in enumerate(ordered)}
    return found


async def _connected(tx: TransactionalDBClient, article_ids: Iterable[int]) -> tuple[set[int], set[tuple[int, int]]]:
    """All public articles that the given ones reach by pairs or share a story with, and the pairs."""
    found: set[int] = set()
    pairs: set[tuple[int, int]] = set()
    asked = set(article_ids)
    while asked:
        found |= asked
        table, value = listed(tx, sorted(asked))
        new = {(row["one"], row["other"]) for row in await run(tx, _PAIRS.format(listed=table), value, value, value)}
        pairs |= new
        fellows = await run(tx, _FELLOWS.format(listed=table), value)
        asked = {number for pair in new for number in pair} | {row["article_id"] for row in fellows}
        asked -= found
    table, value = listed(tx, sorted(found))
    rows = await run(tx, f"SELECT id FROM article WHERE id IN (SELECT value FROM {table})", value)  # noqa: S608 - ours
    return {row["id"] for row in rows}, pairs


# A verdict is kept with the smaller id first.
_PAIRS = (
    "SELECT t.article_id AS one,t.other_id AS other FROM twin t LEFT JOIN copy_verdict v"
    " ON v.draft_id=CASE WHEN t.article_id<t.other_id THEN t.article_id ELSE t.other_id END"
    " AND v.other_id=CASE WHEN t.article_id<t.other_id THEN t.other_id ELSE t.article_id END"
    " WHERE t.article_id IN (SELECT value FROM {listed}) AND v.is_copy IS NOT FALSE"
    " UNION ALL SELECT v.draft_id,v.other_id FROM copy_verdict v JOIN article a ON a.id=v.draft_id"
    " JOIN article b ON b.id=v.other_id WHERE v.is_copy AND v.draft_id IN (SELECT value FROM {listed})"
    " UNION ALL SELECT v.draft_id,v.other_id FROM copy_verdict v JOIN article a ON a.id=v.draft_id"
    " JOIN article b ON b.id=v.other_id WHERE v.is_copy AND v.other_id IN (SELECT value FROM {listed})"
)
_FELLOWS = (
    "SELECT o.article_id FROM copy o WHERE o.story_id IN"
    " (SELECT c.story_id FROM copy c WHERE c.article_id IN (SELECT value FROM {listed}))"
)


def _components(numbers: set[int], pairs: set[tuple[int, int]]) -> list[set[int]]:
    """The sets of more than one article that pairs link."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    left, found = set(numbers), []
    while left:
        component, waiting = set(), [left.pop()]
        while waiting:
            number = waiting.pop()
            component.add(number)
            waiting += neighbours[number] - component
        left -= component
        if len(component) > 1:
            found.append(component)
    return found


async def _in_order(tx: TransactionalDBClient, story: set[int]) -> list[int]:
    """The articles of a story: the lead that was chosen, then whoever had it first, none before its original."""
    table, value = listed(tx, sorted(story))
    rows = await run(tx, _FACTS.format(listed=table), value)
    links = await run(tx, _COPY_OF.format(listed=table), value)
    site = await run(tx, "SELECT url FROM site WHERE id=1")
    facts = {row["id"]: row for row in rows}
    copies_of = {(row["article_id"], row["target_id"]) for row in links}
    first = sorted(facts, key=lambda number: _age(facts[number]))
    originals = {
        number: {
            other
            for other in story - {number}
            if (number, other) in copies_of or _points_at(facts[number], facts[other], site[0]["url"] if site else "")
        }
        for number in first
    }
    ordered = originals_first(first, originals)
    chosen = [number for number in ordered if facts[number]["chosen_at"] is not None]
    if chosen:
        lead = max(chosen, key=lambda number: (facts[number]["chosen_at"], number))
        ordered.remove(lead)
        ordered.insert(0, lead)
    return ordered


_FACTS = (
    "SELECT a.id,a.published_at,a.listed_at,a.canonical_url,a.path,a.source_id,s.url AS source_url,l.chosen_at"
    " FROM article a LEFT JOIN source s ON s.id=a.source_id LEFT JOIN lead_choice l ON l.draft_id=a.id"
    " WHERE a.id IN (SELECT value FROM {listed})"
)
_COPY_OF = (
    "SELECT w.article_id,coalesce(w.target_id,r.target_id) AS target_id FROM relation w"
    " LEFT JOIN reference r ON r.id=w.reference_id"
    " WHERE w.kind='COPY_OF' AND w.article_id IN (SELECT value FROM {listed})"
)


def _age(fact: Mapping[str, Any]) -> tuple[Any, ...]:
    """What sorts whoever had it first first; the date that it carries counts before the day when it went live."""
    dated = fact["published_at"]
    return dated is None, dated or fact["listed_at"], fact["listed_at"], fact["id"]


def _points_at(fact: Mapping[str, Any], other: Mapping[str, Any], site_url: str) -> bool:
    """Whether the address that an article gives as its original's is the other's, or lies at the other's source."""
    url = fact["canonical_url"]
    if not url:
        return False
    if site_url and url.removeprefix(site_url.rstrip("/")) == other["path"]:
        return True
    if other["canonical_url"] == url or not other["source_url"] or fact["source_id"] == other["source_id"]:
        return False
    return _host(url) == _host(other["source_url"])


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def originals_first(first: Sequence[int], originals: Mapping[int, set[int]]) -> list[int]:
    """The order changed as little as it takes for none to come before its originals; circles count for nothing."""
    waiting, ordered = list(first), []
    while waiting:
        left = set(waiting)
        following = next((number for number in waiting if not originals[number] & left), waiting[0])
        waiting.remove(following)
        ordered.append(following)
    return ordered


async def _places(tx: TransactionalDBClient, numbers: set[int]) -> dict[int, Place]:
    table, value = listed(tx, sorted(numbers))
    sql = f"SELECT article_id,story_id,place FROM copy WHERE article_id IN (SELECT value FROM {table})"  # noqa: S608 - ours
    rows = await run(tx, sql, value)
    return {row["article_id"]: (row["story_id"], row["place"]) for row in rows}


async def _write(tx: TransactionalDBClient, changed: list[int], after: Mapping[int, Place]) -> None:
    if not changed:
        return
    table, value = listed(tx, changed)
    await run(tx, f"DELETE FROM copy WHERE article_id IN (SELECT value FROM {table})", value)  # noqa: S608 - ours
    rows = [
        (number, after[number][0], after[number][1] == 0, after[number][1]) for number in changed if number in after
    ]
    await run_many(tx, "INSERT INTO copy (article_id,story_id,is_lead,place) VALUES (?,?,?,?)", rows)


async def _tags(tx: TransactionalDBClient, numbers: list[int], changed: list[int]) -> tuple[str, ...]:
    """The cache tags of the pages of a story, and of the lists in which those stand whose place changed."""
    return tuple(dict.fromkeys([*places.article_tags(numbers), "list:articles", *await places.lists_with(tx, changed)]))
