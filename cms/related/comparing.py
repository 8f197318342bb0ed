"""Finding what is close to an article, and putting the article into the lists of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import orjson

from cms import ranking
from cms.db import Database, transaction
from cms.models import ArticleWords
from cms.related.lists import Close, Lists, holders_of, load_lists, load_stories, not_listed, write_lists
from cms.related.tables import LISTED, list_again, set_step
from cms.related.weights import Placed, placed_of, words_of

# Of each word, so many articles are looked at that are the nearest in time, before and after.
NEAREST = 200
_CANDIDATES = 60

# The nearest articles of each word before and after the day. SQLite reads as many terms as there may be, some of them
# none, so that one statement serves all.
_BEFORE = "SELECT article_id,day,weight{more} FROM article_term WHERE term_id={term} AND day<={day} ORDER BY day DESC"
_AFTER = "SELECT article_id,day,weight{more} FROM article_term WHERE term_id={term} AND day>{day} ORDER BY day"
_CLOSEST = (
    (
        " WHERE p.article_id<>{own} GROUP BY p.article_id"
        f" HAVING count(*)>={ranking.LEAST_SHARED}"
        " ORDER BY sum(p.weight*p.own)*{half}/({half}+abs(min(p.day)-{day})) DESC,p.article_id DESC LIMIT {most}"
    )
    .replace("{half}", str(ranking.HALF_DAYS))
    .replace("{most}", str(_CANDIDATES))
)
_NEAR_SQLITE = (
    "SELECT json_group_array(id) FROM (SELECT p.article_id AS id FROM ("
    + " UNION ALL ".join(
        f"SELECT * FROM ({each.format(term=f':t{place}', day=':day', more=f',:w{place} AS own')} LIMIT {NEAREST})"
        for place in range(ranking.TERMS)
        for each in (_BEFORE, _AFTER)
    )
    + ") p"
    + _CLOSEST.format(own=":own", day=":day")
    + ")"
)
_NEAR_POSTGRES = (
    "SELECT json_agg(id)::text FROM (SELECT p.article_id AS id FROM"
    " (SELECT l.article_id,l.day,l.weight,m.own FROM unnest($1::int[],$2::int[]) m(term_id,own) CROSS JOIN LATERAL ("
    + " UNION ALL ".join(
        f"({each.format(term='m.term_id', day='$3::int', more='')} LIMIT {NEAREST})" for each in (_BEFORE, _AFTER)
    )
    + ") l) p"
    + _CLOSEST.format(own="$4::int", day="$3::int")
    + ") x"
)


async def find_neighbours(database: Database, rows: Sequence[ArticleWords]) -> None:
    """Find what is close to some articles, and put them into the lists of these."""
    ids = [row.article_id for row in rows]
    placed = await placed_of(ids)
    likely = {number: await near(database, number, placed[number]) for number in ids if number in placed}
    holders: dict[int, set[int]] = defaultdict(set)
    for holder, target in await holders_of(ids):
        holders[target].add(holder)
    others = {number: (likely.get(number, set()) | holders[number]) - {number} for number in ids}
    everybody = set().union(*others.values())
    placed |= await placed_of(sorted(everybody - placed.keys()))
    words = await words_of(placed.values())
    async with transaction() as tx:
        # What is not compared itself yet will see these.
        open_ = await not_listed(tx, everybody | set(ids))
        lists = await load_lists(tx, {*ids, *(everybody - open_), *(each for each in everybody & set(ids))})
        for number in ids:
            _compare(number, others[number], placed, words, lists, everybody - open_ | set(ids))
        await load_stories(tx, lists)
        lists.cut()
        thin = await write_lists(tx, lists)
        await set_step(tx, ids, LISTED)
        await list_again(tx, thin - set(ids))


def close_between(target_id: int, one: Placed, other: Placed, words: Mapping[int, str]) -> Close | None:
    """How close two articles are; None if they are not."""
    shared = one.vector.keys() & other.vector.keys()
    products = sum(one.vector[term] * other.vector[term] for term in shared)
    score = ranking.score(products, one.day - other.day)
    if len(shared) < ranking.LEAST_SHARED or score < ranking.LEAST_SCORE:
        return None
    keywords = [words[term] for term in ranking.shared(one.vector, other.vector)]
    return Close(target_id, score, orjson.dumps(keywords).decode())


def _compare(
    number: int,
    others: Collection[int],
    placed: Mapping[int, Placed],
    words: Mapping[int, str],
    lists: Lists,
    told: Collection[int],
) -> None:
    """Fill the list of an article, and put it into the lists of those that are told, or take it out."""
    own = placed.get(number)
    closest = lists.wanted[number] = {}
    for other in others:
        close = close_between(other, own, placed[other], words) if own is not None and other in placed else None
        if close is not None:
            closest[other] = close
        if other in told:
            if close is not None:
                lists.of(other)[number] = Close(number, close.score, close.keywords)
            else:
                lists.of(other).pop(number, None)


async def near(database: Database, number: int, own: Placed) -> set[int]:
    """The articles that are likely to be the closest to one."""
    terms = list(own.vector.items())
    if database.dialect == "postgres":
        parameters: Any = [[t for t, _ in terms], [w for _, w in terms], own.day, number]
        cell = await database.fetch(_NEAR_POSTGRES, parameters)
    else:
        terms += [(0, 0)] * (ranking.TERMS - len(terms))
        named: dict[str, object] = {"day": own.day, "own": number}
        for place, (term, weight) in enumerate(terms):
            named |= {f"t{place}": term, f"w{place}": weight}
        cell = await database.fetch(_NEAR_SQLITE, named)
    return set(orjson.loads(cell)) if cell else set()
