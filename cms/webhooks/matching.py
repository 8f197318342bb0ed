"""Which events an endpoint is told of: those of its types, and of articles and drafts those in the places it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.sql import listed, run
from cms.models import Endpoint, Event, Redirect
from cms.permissions import ROLES, Permission
from cms.words import Audience, EndpointKind, RedirectKind, Role

# What has a source, a category and a language.
_PLACED = frozenset({"article", "draft"})


@dataclass
class _Place:
    """Where an article stands, and where it stood before, as far as its event tells."""

    category_ids: set[int] = field(default_factory=set)
    source_ids: set[int] = field(default_factory=set)
    language: str | None = None


def audiences(run_as: str) -> frozenset[Audience]:
    """Of whom the events may be that an endpoint is told of, by the role that it stands for; "" is a reader."""
    permissions = ROLES[Role(run_as)] if run_as else frozenset()
    found = {Audience.PUBLIC}
    if permissions & {Permission.EDIT, Permission.PUBLISH}:
        found.add(Audience.DESK)
    if Permission.READ_AUDIT in permissions:
        found.add(Audience.ADMIN)
    return frozenset(found)


def is_for(endpoint: Endpoint, event: Event) -> bool:
    """Whether an event may be told to the endpoint. To a cache only its tags are, which are no secret."""
    return endpoint.kind != EndpointKind.WEBHOOK or event.audience in audiences(endpoint.run_as)


async def matching(tx: TransactionalDBClient, endpoint: Endpoint, events: Sequence[Event]) -> list[Event]:
    """Those of the events that the endpoint is told of, in their order.

    The cache tags of an event name where its article stands and stood. Events without such tags, those of drafts, are
    judged by what the draft is now; if it is gone, nothing speaks against them.
    """
    wanted = [event for event in events if _is_wanted(endpoint, event)]
    if not (endpoint.category_ids or endpoint.source_ids or endpoint.languages):
        return wanted
    within = _Place(
        await _led_on(tx, RedirectKind.CATEGORY, endpoint.category_ids),
        await _led_on(tx, RedirectKind.SOURCE, endpoint.source_ids),
    )
    told = {event.sequence: _told(event) for event in wanted if event.subject_kind in _PLACED}
    unknown = {event.subject_id for event in wanted if event.sequence in told and _asks(endpoint, told[event.sequence])}
    drafts = await _drafts(tx, unknown, with_language=bool(endpoint.languages))
    return [
        event
        for event in wanted
        if event.sequence not in told
        or _stands_in(endpoint, within, event, told[event.sequence], drafts.get(event.subject_id))
    ]


async def _led_on(tx: TransactionalDBClient, kind: RedirectKind, ids: Sequence[int]) -> set[int]:
    """The ids, and those of what they were merged into."""
    rows = Redirect.filter(kind=kind, former_id__in=list(ids)).using_db(tx) if ids else None
    return set(ids) | ({row.target_id for row in await rows} if rows is not None else set())


def key_of(event: Event) -> str:
    """What the event is about: those with the same key are sent in their order. A draft and its article are one."""
    return (
        f"article:{event.subject_id}" if event.subject_kind in _PLACED else f"{event.subject_kind}:{event.subject_id}"
    )


def _is_wanted(endpoint: Endpoint, event: Event) -> bool:
    """Whether the endpoint asks for events of this type; a cache does for all that change something in it."""
    if endpoint.kind != EndpointKind.WEBHOOK:
        return bool(event.tags)
    if endpoint.types:
        return event.type in endpoint.types and is_for(endpoint, event)
    return event.audience == Audience.PUBLIC


def _told(event: Event) -> _Place:
    return _Place(_ids(event.tags, "category"), _ids(event.tags, "source"), event.language or None)


def _ids(tags: Iterable[str], kind: str) -> set[int]:
    return {int(tag.partition(":")[2]) for tag in tags if tag.startswith(f"{kind}:")}


def _is_placed(place: _Place) -> bool:
    return bool(place.category_ids or place.source_ids)


def _asks(endpoint: Endpoint, told: _Place) -> bool:
    """Whether the draft has to be looked at to judge an event."""
    if endpoint.languages and told.language is None:
        return True
    return bool(endpoint.category_ids or endpoint.source_ids) and not _is_placed(told)


def _stands_in(endpoint: Endpoint, within: _Place, event: Event, told: _Place, draft: _Place | None) -> bool:
    return _place_fits(within, event, told, draft) and _language_fits(endpoint, event, told.language, draft)


def _place_fits(within: _Place, event: Event, told: _Place, draft: _Place | None) -> bool:
    place, changed = told, set[str]()
    if not _is_placed(told):
        if draft is None:
            return True
        place, changed = draft, set(event.changed)  # what it was before, nobody knows
    return (
        not within.category_ids or "categoryId" in changed or not place.category_ids.isdisjoint(within.category_ids)
    ) and (not within.source_ids or "sourceId" in changed or not place.source_ids.isdisjoint(within.source_ids))


def _language_fits(endpoint: Endpoint, event: Event, language: str | None, draft: _Place | None) -> bool:
    language = language or (draft.language if draft else None)
    return not endpoint.languages or language is None or language in endpoint.languages or "language" in event.changed


async def _drafts(tx: TransactionalDBClient, ids: set[int], *, with_language: bool) -> dict[int, _Place]:
    """The places of drafts as they are now; of those that are gone there is none."""
    if not ids:
        return {}
    wanted, values = listed(tx, sorted(ids))
    rows = await run(
        tx,
        "SELECT d.id,d.source_id,x.ancestor_id FROM draft d LEFT JOIN category_ancestor x"  # noqa: S608 - our own words
        f" ON x.category_id=d.category_id WHERE d.id IN (SELECT value FROM {wanted})",
        values,
    )
    places: dict[int, _Place] = {}
    for row in rows:
        place = places.setdefault(row["id"], _Place())
        place.source_ids |= {row["source_id"]} - {None}
        place.category_ids |= {row["ancestor_id"]} - {None}
    if with_language:
        for draft_id, language in (await _languages(tx, wanted, values)).items():
            places[draft_id].language = language
    return places


async def _languages(tx: TransactionalDBClient, wanted: str, values: Any) -> dict[int, str]:
    language = {
        "postgres": "r.snapshot->'article'->>'language'",
        "sqlite": "json_extract(r.snapshot,'$.article.language')",
    }[tx.capabilities.dialect]
    rows = await run(
        tx,
        f"SELECT r.draft_id,{language} AS language FROM revision r"  # noqa: S608 - our own words
        f" WHERE r.draft_id IN (SELECT value FROM {wanted})"
        " AND r.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id=r.draft_id)",
        values,
    )
    return {row["draft_id"]: row["language"] for row in rows}
