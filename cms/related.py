"""Related articles: what is close to each public article, kept in tables by a follower of the change log.

The words of an article are counted (step 0), then weighed by how rare they are on the site (step 1), then what is close
to it is looked for (step 2), and the article is put into the lists of what it is close to. How far each article is
stands in its row of `article_words`, so whoever goes on after a process that was killed knows what is left. Whatever
the size of the site, an article is compared with those alone that share a word with it and are nearest to it in time.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson
from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.context import require_context

from cms import ranking
from cms.db import Database, transaction, writing
from cms.db.sql import listed, run, run_many
from cms.errors import Unavailable
from cms.log import get_logger
from cms.models import Article, ArticleWords, Event, Follower, Neighbour, Revision

NAME = "related"
# The neighbours of an article that are kept, each story counted once, and with all copies of these.
KEPT = 20
_KEPT_WITH_COPIES = 40
# A list that lost some is made anew when it has fewer left.
_THIN = KEPT // 2
# Of each word, so many articles are looked at that are the nearest in time, before and after.
NEAREST = 200
_CANDIDATES = 60
_COUNTED_AT_ONCE = 200
_WEIGHED_AT_ONCE = 200
_LISTED_AT_ONCE = 20
# All weights are made anew when the site has grown by this factor, since what is rare has changed by then.
_GROWTH = 2
_COUNTED, _WEIGHED, _LISTED = 0, 1, 2

# What takes an article out of public besides the events of articles, and what makes a newest revision.
_ARTICLE_EVENTS = {"draft.trashed", "draft.deleted"}
_DRAFT_EVENTS = {"draft.created", "draft.saved", "draft.restored"}

log = get_logger(__name__)

# What changes which articles are copies of each other, which are in no list together.
_STORY_EVENTS = {"article.copies_found", "article.copy_marked", "article.copy_dismissed"}
_STORY_EVENTS |= {"article.copy_verdict_forgotten"}

Vector = Mapping[int, int]  # the weights by the ids of terms


@dataclass(frozen=True)
class Close:
    """Another article in an article's list."""

    target_id: int
    score: int
    keywords: str  # JSON


@dataclass(frozen=True)
class _Placed:
    """An article as it is compared: its day and its weights."""

    day: int
    vector: Vector


@dataclass
class _Lists:
    """The lists of some articles as they are in the table, and as they shall be."""

    former: dict[int, dict[int, tuple[int, Close]]] = field(default_factory=lambda: defaultdict(dict))
    wanted: dict[int, dict[int, Close]] = field(default_factory=dict)
    stories: dict[int, int] = field(default_factory=dict)

    def of(self, article_id: int) -> dict[int, Close]:
        """The list of an article, to be changed."""
        if article_id not in self.wanted:
            self.wanted[article_id] = {target: close for target, (_id, close) in self.former[article_id].items()}
        return self.wanted[article_id]

    def cut(self) -> None:
        """Leave the closest in each list."""
        for article_id, closest in self.wanted.items():
            self.wanted[article_id] = self._closest(article_id, closest.values())

    def _closest(self, article_id: int, found: Iterable[Close]) -> dict[int, Close]:
        own = self.stories.get(article_id)
        kept: dict[int, Close] = {}
        stories: set[int] = set()
        for close in sorted(found, key=lambda each: (-each.score, -each.target_id)):
            story = self.stories.get(close.target_id)
            if story is not None and story == own:
                continue
            stories.add(-close.target_id if story is None else story)
            if len(stories) > KEPT or len(kept) == _KEPT_WITH_COPIES:
                break
            kept[close.target_id] = close
        return kept


class Related:
    """The follower that keeps related articles.

    Args:
        database: read from without holding up who writes.
    """

    name = NAME

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self) -> None:
        """Plan to count, weigh and compare all public articles anew. What is there stays until it is replaced."""
        await _note({"count_after": 0, "weighed": 0})

    async def handle(self, events: Sequence[Event]) -> None:
        """Take in what happened to articles and drafts."""
        articles, drafts = set(), set()
        regrouped = {event.subject_id for event in events if event.type in _STORY_EVENTS}
        for event in events:
            if event.subject_kind == "article" or event.type in _ARTICLE_EVENTS:
                articles.add(event.subject_id)
                drafts.add(event.subject_id)
            elif event.type in _DRAFT_EVENTS:
                drafts.add(event.subject_id)
        if articles:
            await _count_changed(sorted(articles))
            # Drafts are compared with what is weighed.
            await _weigh(await ArticleWords.filter(step=_COUNTED, article_id__in=articles))
        if regrouped:
            async with transaction(changes_content=False) as tx:
                await _list_again(tx, regrouped)
        if drafts:
            await self._suggest(sorted(drafts))

    async def is_idle(self) -> bool:
        """Whether every public article has its list."""
        noted = await _noted()
        return noted.get("count_after") is None and not await ArticleWords.filter(step__lt=_LISTED).exists()

    async def go_on(self) -> bool:
        """Count, weigh or compare some articles; whether there were any to do. The newest come first."""
        noted = await _noted()
        if (after := noted.get("count_after")) is not None:
            await self._count_all(after)
            return True
        await _weigh_all_if_grown(noted.get("weighed", 0))
        if rows := await _at(_COUNTED, _WEIGHED_AT_ONCE):
            await _weigh(rows)
            return True
        if rows := await _at(_WEIGHED, _LISTED_AT_ONCE):
            await self._compare(rows)
            return True
        return False

    async def _count_all(self, after: int) -> None:
        """Count the words of the next articles, and forget what is no article any more."""
        ids = await Article.filter(id__gt=after).order_by("id").limit(_COUNTED_AT_ONCE).values_list("id", flat=True)
        numbers = [int(str(number)) for number in ids]
        rows = ArticleWords.filter(article_id__gt=after)
        known = await (rows.filter(article_id__lte=numbers[-1]) if numbers else rows).values_list(
            "article_id", flat=True
        )
        await _count_changed(sorted({*numbers, *(int(str(number)) for number in known)}), anew=True)
        if numbers:
            await _note({"count_after": numbers[-1]})
            return
        await count_frequencies()
        await _weigh_all()
        await _note({"count_after": None})

    async def _compare(self, rows: Sequence[ArticleWords]) -> None:
        """Find what is close to some articles; one with which that fails goes without a list, and stops no other."""
        try:
            await self._find_neighbours(rows)
        except Unavailable:
            raise
        except Exception:  # a bug with one article
            if len(rows) > 1:
                for row in rows:
                    await self._compare([row])
                return
            log.exception("related.failed", article=rows[0].article_id)
            async with transaction(changes_content=False) as tx:
                await _set_step(tx, [rows[0].article_id], _LISTED)

    async def _find_neighbours(self, rows: Sequence[ArticleWords]) -> None:
        """Find what is close to some articles, and put them into the lists of these."""
        ids = [row.article_id for row in rows]
        placed = await _placed(ids)
        near = {number: await self._near(number, placed[number]) for number in ids if number in placed}
        holders: dict[int, set[int]] = defaultdict(set)
        for holder, target in await _holders(ids):
            holders[target].add(holder)
        others = {number: (near.get(number, set()) | holders[number]) - {number} for number in ids}
        everybody = set().union(*others.values())
        placed |= await _placed(sorted(everybody - placed.keys()))
        words = await _words_of(placed.values())
        async with transaction() as tx:
            # What is not compared itself yet will see these.
            open_ = await _not_listed(tx, everybody | set(ids))
            lists = await _load_lists(tx, {*ids, *(everybody - open_), *(each for each in everybody & set(ids))})
            for number in ids:
                _compare(number, others[number], placed, words, lists, everybody - open_ | set(ids))
            await _load_stories(tx, lists)
            lists.cut()
            thin = await _write_lists(tx, lists)
            await _set_step(tx, ids, _LISTED)
            await _list_again(tx, thin - set(ids))

    async def _near(self, number: int, own: _Placed) -> set[int]:
        """The articles that are likely to be the closest to one."""
        terms = list(own.vector.items())
        if self._database.dialect == "postgres":
            parameters: Any = [[t for t, _ in terms], [w for _, w in terms], own.day, number]
            cell = await self._database.fetch(_NEAR_POSTGRES, parameters)
        else:
            terms += [(0, 0)] * (ranking.TERMS - len(terms))
            named: dict[str, object] = {"day": own.day, "own": number}
            for place, (term, weight) in enumerate(terms):
                named |= {f"t{place}": term, f"w{place}": weight}
            cell = await self._database.fetch(_NEAR_SQLITE, named)
        return set(orjson.loads(cell)) if cell else set()

    async def _suggest(self, draft_ids: Sequence[int]) -> None:
        """Find what is close to the newest revisions of some drafts, those that readers do not see."""
        heads = await _heads(draft_ids)
        for draft_id in draft_ids:
            revision = heads.get(draft_id)
            found = await self._close_to(revision) if revision is not None else []
            await _write_suggestions(draft_id, found)

    async def _close_to(self, revision: Revision) -> list[Close]:
        snapshot = revision.snapshot
        counts = await _count_words([(snapshot["article"]["title"], snapshot["body"]["text"])])
        known = await _terms_by_word(list(counts[0]))
        total = await ArticleWords.all().count()
        weights = ranking.weigh(counts[0], {word: count for word, (_, count) in known.items()}, total)
        vector = {known[word][0]: weight for word, weight in weights.items() if word in known}
        dated = snapshot["article"]["published_at"]
        own = _Placed(_day(datetime.fromisoformat(dated) if dated else datetime.now(UTC)), vector)
        linked = {link.get("target_id") for link in snapshot["relations"]}
        near = await self._near(revision.draft_id, own) - linked
        placed = await _placed(sorted(near))
        words = await _words_of([own])
        closest = [_close(target, own, placed[target], words) for target in near & placed.keys()]
        found = sorted((each for each in closest if each), key=lambda each: (-each.score, -each.target_id))
        return found[:KEPT]


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


def _day(moment: datetime) -> int:
    return moment.astimezone(UTC).toordinal()


def _client() -> BaseDBAsyncClient:
    return require_context().db()


async def _noted() -> dict[str, Any]:
    row = await Follower.get_or_none(name=NAME)
    return dict(row.note) if row is not None else {}


async def _note(changed: Mapping[str, object]) -> None:
    await Follower.filter(name=NAME).update(note=await _noted() | dict(changed))


async def _at(step: int, limit: int) -> list[ArticleWords]:
    return await ArticleWords.filter(step=step).order_by("-article_id").limit(limit)


async def _set_step(tx: TransactionalDBClient, article_ids: Collection[int], step: int) -> None:
    if article_ids:
        table, values = listed(tx, sorted(article_ids))
        await run(
            tx,
            f"UPDATE article_words SET step=? WHERE step<>? AND article_id IN (SELECT value FROM {table})",
            step,
            step,
            values,
        )


async def _among(client: BaseDBAsyncClient, sql: str, ids: Collection[int] | Collection[str]) -> list[dict[str, Any]]:
    """The rows of a statement that ends with a condition on a list."""
    if not ids:
        return []
    table, values = listed(client, list(ids))  # type: ignore[arg-type] # all numbers, or all texts
    return await run(client, f"{sql} IN (SELECT value FROM {table})", values)


# Counting


async def _count_words(articles: Sequence[tuple[str, str]]) -> list[dict[str, int]]:
    """As ranking.count_words, beside the event loop."""
    return await asyncio.to_thread(lambda: [ranking.count_words(title, text) for title, text in articles])


async def _count_changed(article_ids: Sequence[int], *, anew: bool = False) -> None:
    """Count the words of those articles that changed, or of all of them, and forget those that are not public."""
    rows = await _among(
        _client(),
        "SELECT a.id,a.revision_id,a.title,a.listed_at,b.text FROM article a JOIN article_body b ON b.article_id=a.id"
        " WHERE a.id",
        article_ids,
    )
    known = {row.article_id: row for row in await ArticleWords.filter(article_id__in=article_ids)}
    there = {row["id"]: row for row in rows}
    changed = [row for row in rows if anew or _is_outdated(known.get(row["id"]), row)]
    counted = await _count_words([(row["title"], row["text"]) for row in changed])
    gone = [row for number, row in known.items() if number not in there]
    async with transaction() as tx:
        if gone:
            await _forget(tx, gone)
        if changed:
            await _keep_counts(tx, list(zip(changed, counted, strict=True)), known)


def _is_outdated(known: ArticleWords | None, row: Mapping[str, Any]) -> bool:
    return (
        known is None
        or known.version != ranking.VERSION
        or known.revision_id != row["revision_id"]
        or known.day != _day(_moment(row["listed_at"]))
    )


def _moment(value: str | datetime) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


async def _keep_counts(
    tx: TransactionalDBClient,
    counted: Sequence[tuple[Mapping[str, Any], Mapping[str, int]]],
    known: Mapping[int, ArticleWords],
) -> None:
    """Write the words of articles; those whose words and days are as they were need no more."""
    ids = await _term_ids(tx, {word for _, counts in counted for word in counts})
    change: Counter[int] = Counter()
    rows = []
    for row, counts in counted:
        words = [[ids[word], count] for word, count in counts.items()]
        former, day = known.get(row["id"]), _day(_moment(row["listed_at"]))
        change.update(term for term, _ in words)
        if former is not None:
            change.subtract(term for term, _ in former.words)
        is_same = former is not None and (former.words, former.day) == (words, day)
        step = former.step if former is not None and is_same else _COUNTED
        rows.append((row["id"], row["revision_id"], ranking.VERSION, day, orjson.dumps(words).decode(), step))
    await _change_frequencies(tx, change)
    await run_many(
        tx,
        "INSERT INTO article_words (article_id,revision_id,version,day,words,step) VALUES (?,?,?,?,?,?)"
        " ON CONFLICT (article_id) DO UPDATE SET revision_id=excluded.revision_id,version=excluded.version,"
        "day=excluded.day,words=excluded.words,step=excluded.step",
        rows,
    )


async def _term_ids(tx: TransactionalDBClient, words: Collection[str]) -> dict[str, int]:
    """The ids of words, which get one if they have none."""
    in_order = sorted(words)
    found = {row["word"]: row["id"] for row in await _among(tx, "SELECT id,word FROM term WHERE word", in_order)}
    new = [word for word in in_order if word not in found]
    if new:
        await run_many(
            tx,
            "INSERT INTO term (word,article_count) VALUES (?,0) ON CONFLICT (word) DO NOTHING",
            [(word,) for word in new],
        )
        found |= {row["word"]: row["id"] for row in await _among(tx, "SELECT id,word FROM term WHERE word", new)}
    return found


async def _change_frequencies(tx: TransactionalDBClient, change: Mapping[int, int]) -> None:
    rows = sorted((term, by) for term, by in change.items() if by)
    await run_many(tx, "UPDATE term SET article_count=article_count+? WHERE id=?", [(by, term) for term, by in rows])


async def _forget(tx: TransactionalDBClient, gone: Sequence[ArticleWords]) -> None:
    """Remove all that is kept of articles that are not public any more; lists that lost too much are made anew."""
    ids = [row.article_id for row in gone]
    change: Counter[int] = Counter()
    for row in gone:
        change.subtract(term for term, _ in row.words)
    await _change_frequencies(tx, change)
    lost = {row["article_id"] for row in await _among(tx, "SELECT article_id FROM neighbour WHERE target_id", ids)}
    for table, column in (
        ("article_words", "article_id"),
        ("article_term", "article_id"),
        ("neighbour", "article_id"),
        ("neighbour", "target_id"),
        ("suggestion", "target_id"),
    ):
        await _among(tx, f"DELETE FROM {table} WHERE {column}", ids)
    left = Counter(
        row["article_id"] for row in await _among(tx, "SELECT article_id FROM neighbour WHERE article_id", sorted(lost))
    )
    await _list_again(tx, {number for number in lost if left[number] < _THIN})


async def _list_again(tx: TransactionalDBClient, article_ids: Collection[int]) -> None:
    """Plan to compare articles once more."""
    if article_ids:
        table, values = listed(tx, sorted(article_ids))
        await run(
            tx,
            f"UPDATE article_words SET step=1 WHERE step=2 AND article_id IN (SELECT value FROM {table})",
            values,
        )


async def wrong_frequencies() -> list[tuple[int, int]]:
    """The ids of terms whose count of articles is not what the articles say, each with the right count."""
    right: Counter[int] = Counter()
    after = 0
    while rows := await ArticleWords.filter(article_id__gt=after).order_by("article_id").limit(1000):
        for row in rows:
            right.update(term for term, _ in row.words)
        after = rows[-1].article_id
        await asyncio.sleep(0)
    wrong, after = [], 0
    while found := await run(
        _client(), "SELECT id,article_count FROM term WHERE id>? ORDER BY id LIMIT ?", after, 10_000
    ):
        wrong += [(row["id"], right[row["id"]]) for row in found if row["article_count"] != right[row["id"]]]
        after = found[-1]["id"]
        await asyncio.sleep(0)
    return wrong


async def count_frequencies() -> None:
    """Count anew in how many articles each word occurs, and forget those that no article has."""
    wrong = await wrong_frequencies()
    for start in range(0, len(wrong), 1000):
        async with transaction(changes_content=False) as tx:
            rows = [(count, term) for term, count in wrong[start : start + 1000]]
            await run_many(tx, "UPDATE term SET article_count=? WHERE id=?", rows)
    async with transaction(changes_content=False) as tx:
        await run(
            tx,
            "DELETE FROM term WHERE article_count=0 AND NOT EXISTS"
            "(SELECT 1 FROM article_term t WHERE t.term_id=term.id)",
        )


# Weighing


async def _weigh_all_if_grown(weighed: int) -> None:
    """Plan to weigh all articles anew when there are so many more of them."""
    total = await ArticleWords.all().count()
    if total > _GROWTH * weighed:
        await _weigh_all()


async def _weigh_all() -> None:
    async with transaction(changes_content=False) as tx:
        await run(tx, "UPDATE article_words SET step=0 WHERE step>0")
    await _note({"weighed": await ArticleWords.all().count()})


async def _weigh(rows: Sequence[ArticleWords]) -> None:
    """Weigh the words of articles."""
    if not rows:
        return
    total = await ArticleWords.all().count()
    known = {
        row["id"]: (row["word"], row["article_count"])
        for row in await _among(
            _client(),
            "SELECT id,word,article_count FROM term WHERE id",
            sorted({term for row in rows for term, _ in row.words}),
        )
    }
    new = []
    for row in rows:
        counts = {known[term][0]: count for term, count in row.words}
        ids = {known[term][0]: term for term, _ in row.words}
        weights = ranking.weigh(counts, {known[term][0]: known[term][1] for term, _ in row.words}, total)
        new += [(ids[word], row.day, row.article_id, weight) for word, weight in weights.items()]
    ids_ = [row.article_id for row in rows]
    async with transaction(changes_content=False) as tx:
        await _among(tx, "DELETE FROM article_term WHERE article_id", ids_)
        await run_many(tx, "INSERT INTO article_term (term_id,day,article_id,weight) VALUES (?,?,?,?)", new)
        await _set_step(tx, ids_, _WEIGHED)


# Comparing


async def _placed(article_ids: Sequence[int]) -> dict[int, _Placed]:
    """The days and weights of articles."""
    found: dict[int, _Placed] = {}
    rows = await _among(
        _client(), "SELECT article_id,day,term_id,weight FROM article_term WHERE article_id", article_ids
    )
    vectors: dict[int, dict[int, int]] = defaultdict(dict)
    for row in rows:
        vectors[row["article_id"]][row["term_id"]] = row["weight"]
        found[row["article_id"]] = _Placed(row["day"], vectors[row["article_id"]])
    return found


async def _words_of(placed: Iterable[_Placed]) -> dict[int, str]:
    ids = sorted({term for each in placed for term in each.vector})
    return {row["id"]: row["word"] for row in await _among(_client(), "SELECT id,word FROM term WHERE id", ids)}


def _close(target_id: int, one: _Placed, other: _Placed, words: Mapping[int, str]) -> Close | None:
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
    placed: Mapping[int, _Placed],
    words: Mapping[int, str],
    lists: _Lists,
    told: Collection[int],
) -> None:
    """Fill the list of an article, and put it into the lists of those that are told, or take it out."""
    own = placed.get(number)
    closest = lists.wanted[number] = {}
    for other in others:
        close = _close(other, own, placed[other], words) if own is not None and other in placed else None
        if close is not None:
            closest[other] = close
        if other in told:
            if close is not None:
                lists.of(other)[number] = Close(number, close.score, close.keywords)
            else:
                lists.of(other).pop(number, None)


async def _holders(target_ids: Collection[int]) -> list[tuple[int, int]]:
    rows = await _among(_client(), "SELECT article_id,target_id FROM neighbour WHERE target_id", target_ids)
    return [(row["article_id"], row["target_id"]) for row in rows]


async def _not_listed(tx: TransactionalDBClient, article_ids: Collection[int]) -> set[int]:
    """Which of the articles have no list of their own yet, or are not public any more."""
    rows = await _among(tx, "SELECT article_id FROM article_words WHERE step=2 AND article_id", article_ids)
    return set(article_ids) - {row["article_id"] for row in rows}


async def _load_lists(tx: TransactionalDBClient, article_ids: Collection[int]) -> _Lists:
    lists = _Lists()
    for row in await _among(
        tx, "SELECT id,article_id,target_id,score,keywords FROM neighbour WHERE article_id", article_ids
    ):
        close = Close(row["target_id"], row["score"], row["keywords"])
        lists.former[row["article_id"]][close.target_id] = (row["id"], close)
    return lists


async def _load_stories(tx: TransactionalDBClient, lists: _Lists) -> None:
    everybody = {*lists.wanted, *(target for closest in lists.wanted.values() for target in closest)}
    rows = await _among(tx, "SELECT article_id,story_id FROM copy WHERE article_id", everybody)
    lists.stories = {row["article_id"]: row["story_id"] for row in rows}


async def _write_lists(tx: TransactionalDBClient, lists: _Lists) -> set[int]:
    """Write what changed; the articles that lost something and have little left."""
    new, changed, gone, thin = [], [], [], set()
    for article_id, closest in lists.wanted.items():
        former = lists.former[article_id]
        for target, close in closest.items():
            if target not in former:
                new.append((article_id, target, close.score, close.keywords))
            elif former[target][1] != close:
                changed.append((close.score, close.keywords, former[target][0]))
        lost = [former[target][0] for target in former.keys() - closest.keys()]
        gone += lost
        if lost and len(closest) < _THIN:
            thin.add(article_id)
    await _among(tx, "DELETE FROM neighbour WHERE id", gone)
    await run_many(tx, "UPDATE neighbour SET score=?,keywords=? WHERE id=?", changed)
    await run_many(tx, "INSERT INTO neighbour (article_id,target_id,score,keywords) VALUES (?,?,?,?)", new)
    return thin


# Suggestions for drafts


async def _heads(draft_ids: Collection[int]) -> dict[int, Revision]:
    """The newest revisions of drafts that are not in the trash, as far as readers do not see them."""
    rows = await _among(
        _client(),
        "SELECT r.id FROM draft d JOIN revision r ON r.draft_id=d.id"
        " AND r.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id=d.id)"
        " WHERE d.status<>'TRASHED' AND NOT EXISTS(SELECT 1 FROM article a WHERE a.revision_id=r.id) AND d.id",
        draft_ids,
    )
    found = await Revision.filter(id__in=[row["id"] for row in rows])
    return {revision.draft_id: revision for revision in found}


async def _terms_by_word(words: Collection[str]) -> dict[str, tuple[int, int]]:
    rows = await _among(_client(), "SELECT id,word,article_count FROM term WHERE word", words)
    return {row["word"]: (row["id"], row["article_count"]) for row in rows}


async def _write_suggestions(draft_id: int, found: Sequence[Close]) -> None:
    client = _client()
    former = await run(client, "SELECT target_id,score,keywords FROM suggestion WHERE draft_id=?", draft_id)
    wanted = {(close.target_id, close.score, close.keywords) for close in found}
    if {(row["target_id"], row["score"], row["keywords"]) for row in former} == wanted:
        return
    # Whoever deletes the draft meanwhile would wait for us, and we for them.
    async with writing() as tx:
        await run(tx, "DELETE FROM suggestion WHERE draft_id=?", draft_id)
        await run_many(
            tx,
            "INSERT INTO suggestion (draft_id,target_id,score,keywords) SELECT d.id,?,?,? FROM draft d WHERE d.id=?",
            [(close.target_id, close.score, close.keywords, draft_id) for close in found],
        )


# Verifying


async def find_faults() -> dict[str, int]:
    """What is wrong, and how many times. Where the follower is not at the end of the log, some is only not done yet."""
    client = _client()

    async def count(sql: str, *values: object) -> int:
        (row,) = await run(client, f"SELECT count(*) AS n FROM {sql}", *values)
        return int(row["n"])

    public = "SELECT 1 FROM article a WHERE a.id="
    return {
        "articles whose words are not counted, or of another revision": await count(
            "article a LEFT JOIN article_words w ON w.article_id=a.id"
            " WHERE w.article_id IS NULL OR w.revision_id<>a.revision_id OR w.version<>?",
            ranking.VERSION,
        ),
        "articles without a list yet": await count("article_words WHERE step<2"),
        "words of what is not public": await count(f"article_words w WHERE NOT EXISTS({public}w.article_id)"),
        "weights of what is not public": await count(f"article_term t WHERE NOT EXISTS({public}t.article_id)"),
        "entries of lists that are not public": await count(
            f"neighbour n WHERE NOT EXISTS({public}n.article_id) OR NOT EXISTS({public}n.target_id)"
        ),
        "words that are counted wrongly": len(await wrong_frequencies()),
        "entries whose score the weights do not give": await _count_wrong_scores(),
    }


async def _count_wrong_scores() -> int:
    """How many entries have another score than their weights give."""
    wrong, after = 0, 0
    while rows := await Neighbour.filter(id__gt=after).order_by("id").limit(1000):
        placed = await _placed(sorted({number for row in rows for number in (row.article_id, row.target_id)}))
        words = await _words_of(placed.values())
        for row in rows:
            one, other = placed.get(row.article_id), placed.get(row.target_id)
            close = _close(row.target_id, one, other, words) if one and other else None
            wrong += close is None or close.score != row.score
        after = rows[-1].id
    return wrong
