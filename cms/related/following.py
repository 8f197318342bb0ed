"""The follower of the change log that keeps the tables."""

from __future__ import annotations

from collections.abc import Sequence

from cms.db import Database, transaction
from cms.errors import Unavailable
from cms.log import get_logger
from cms.models import Article, ArticleWords, Event
from cms.related.comparing import find_neighbours
from cms.related.suggesting import suggest
from cms.related.tables import COUNTED, LISTED, NAME, WEIGHED, at_step, list_again, note, noted, set_step
from cms.related.weights import weigh, weigh_all, weigh_all_if_grown
from cms.related.words import count_changed, count_frequencies

_COUNTED_AT_ONCE = 200
_WEIGHED_AT_ONCE = 200
_LISTED_AT_ONCE = 20

# What takes an article out of public besides the events of articles, and what makes a newest revision.
_ARTICLE_EVENTS = {"draft.trashed", "draft.deleted"}
_DRAFT_EVENTS = {"draft.created", "draft.saved", "draft.restored"}
# What changes which articles are copies of each other, which are in no list together.
_STORY_EVENTS = {"article.copies_found", "article.copy_marked", "article.copy_dismissed"}
_STORY_EVENTS |= {"article.copy_verdict_forgotten"}

log = get_logger(__name__)


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
        await note({"count_after": 0, "weighed": 0})

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
            await count_changed(sorted(articles))
            # Drafts are compared with what is weighed.
            await weigh(await ArticleWords.filter(step=COUNTED, article_id__in=articles))
        if regrouped:
            async with transaction(changes_content=False) as tx:
                await list_again(tx, regrouped)
        if drafts:
            await suggest(self._database, sorted(drafts))

    async def is_idle(self) -> bool:
        """Whether every public article has its list."""
        known = await noted()
        return known.get("count_after") is None and not await ArticleWords.filter(step__lt=LISTED).exists()

    async def go_on(self) -> bool:
        """Count, weigh or compare some articles; whether there were any to do. The newest come first."""
        known = await noted()
        if (after := known.get("count_after")) is not None:
            await self._count_all(after)
            return True
        await weigh_all_if_grown(known.get("weighed", 0))
        if rows := await at_step(COUNTED, _WEIGHED_AT_ONCE):
            await weigh(rows)
            return True
        if rows := await at_step(WEIGHED, _LISTED_AT_ONCE):
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
        await count_changed(sorted({*numbers, *(int(str(number)) for number in known)}), anew=True)
        if numbers:
            await note({"count_after": numbers[-1]})
            return
        await count_frequencies()
        await weigh_all()
        await note({"count_after": None})

    async def _compare(self, rows: Sequence[ArticleWords]) -> None:
        """Find what is close to some articles; one with which that fails goes without a list, and stops no other."""
        try:
            await find_neighbours(self._database, rows)
        except Unavailable:
            raise
        except Exception:  # a bug with one article
            if len(rows) > 1:
                for row in rows:
                    await self._compare([row])
                return
            log.exception("related.failed", article=rows[0].article_id)
            async with transaction(changes_content=False) as tx:
                await set_step(tx, [rows[0].article_id], LISTED)
