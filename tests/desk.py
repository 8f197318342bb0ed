"""At an editor's desk: a clock, viewers of each role, and what everybody checks of a refusal: it changed nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from cms.errors import CMSError
from cms.models import (
    Article,
    ArticleBody,
    Credit,
    Draft,
    DraftLock,
    Event,
    Presence,
    PreviewLink,
    Publication,
    Redirect,
    Reference,
    Relation,
    Revision,
    Schedule,
    Tombstone,
)
from cms.permissions import Viewer
from cms.words import Role
from tests.accounts import make_user, viewer_of

MORNING = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TABLES = (
    *(Draft, Revision, Article, ArticleBody, Credit, Relation, Publication, Schedule, Tombstone, Redirect),
    *(Reference, DraftLock, Presence, PreviewLink, Event),
)


def at(moment: datetime) -> time_machine.travel:
    """The clock stands still at the moment."""
    return time_machine.travel(moment, tick=False)


async def make_viewer(role: Role) -> Viewer:
    """A user of that role, signed in."""
    return viewer_of(await make_user(role, password=None))


async def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of what editors work on, what the public reads, and the change log."""
    return {model.__name__: await model.all().order_by(model._meta.pk_attr).values() for model in TABLES}


@asynccontextmanager
async def refused(kind: type[CMSError], match: str | None = None) -> AsyncIterator[pytest.ExceptionInfo[CMSError]]:
    """The block is refused, and leaves everything as it was."""
    before = await everything()
    with pytest.raises(kind, match=match) as refusal:
        yield refusal
    assert await everything() == before


async def event_types(draft_id: int) -> list[str]:
    """What the change log tells of a draft and its article, in order."""
    events = Event.filter(subject_kind__in=["draft", "article"], subject_id=draft_id)
    return [str(event.type) for event in await events.order_by("sequence")]
