"""Who is told of events: making endpoints, changing them, stopping them and letting them go on."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, text
from cms.db import writing
from cms.errors import FieldProblem, Forbidden, InvalidTransition, NotFound, ValidationFailed
from cms.event_types import TYPES
from cms.ids import shown_id
from cms.inputs import LANGUAGE, check_version
from cms.models import Category, Delivery, Endpoint, Event, Source
from cms.permissions import ROLES, Permission, Viewer
from cms.standing import confirm
from cms.webhooks import redelivering
from cms.webhooks.addresses import AddressRules, Refused, check_url, resolve
from cms.webhooks.carrying import Sends, send_purge, send_webhook
from cms.webhooks.matching import audiences
from cms.webhooks.payloads import ping
from cms.webhooks.sending import OWN_HEADERS, Outcome
from cms.webhooks.signing import check_secret, new_secret
from cms.words import EndpointKind, EndpointState, PayloadForm, Role

MOST_ENDPOINTS = 100
MOST_LISTED = 100
MOST_HEADERS = 20
LONGEST_HEADER = 2000
LONGEST_SECRET = 500
LONGEST_SELECTION = 10_000
MOST_AT_A_TIME = 100
MOST_A_MINUTE = 100_000
LONGEST_OVERLAP = timedelta(days=30)
# What makes the body for an endpoint.
Render = Callable[[Endpoint, Event], Awaitable[bytes]]
# For a cache nothing but the tags counts, so no form of payload and no filter has a meaning there.
_OF_WEBHOOKS = ("types", "category_ids", "source_ids", "languages", "payload", "selection", "run_as")
# What a body depends on that was made already and waits for its next try.
_OF_BODIES = frozenset({"payload", "selection", "run_as"})
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")


@dataclass(frozen=True)
class EndpointFields:
    """What is told of an endpoint; None leaves it as it is.

    Attributes:
        types: the types of events; none at all is every type that is public.
        category_ids: only articles in these categories or below them, before or after the change.
        source_ids: only articles from these sources, before or after the change.
        languages: only articles in these languages.
        selection: the selection set on the GraphQL type `Event` of the form SELECTION; checked by whoever gives it.
        run_as: the role that payloads are made for, "" for a reader. It also decides which events may be told.
        headers: what is sent along, by name; None as a value keeps the value that there is.
        secret: of a cache the key of its API; of a webhook one brought along, else one is made.
    """

    name: str | None = None
    url: str | None = None
    types: tuple[str, ...] | None = None
    category_ids: tuple[int, ...] | None = None
    source_ids: tuple[int, ...] | None = None
    languages: tuple[str, ...] | None = None
    payload: PayloadForm | None = None
    selection: str | None = None
    run_as: Role | str | None = None
    headers: Mapping[str, str | None] | None = None
    secret: str | None = None
    rate_per_minute: int | None = None
    concurrency: int | None = None


@dataclass(frozen=True)
class MadeEndpoint:
    """An endpoint with a new secret, which is shown this once; empty for a cache."""

    endpoint: Endpoint
    secret: str


async def create_endpoint(
    viewer: Viewer, kind: EndpointKind, given: EndpointFields, rules: AddressRules
) -> MadeEndpoint:
    """Make an endpoint. It is told of what happens from now on.

    Raises:
        Forbidden: the viewer may not manage endpoints, or lacks a permission of the role that payloads are made for.
        ValidationFailed: naming every problem.
    """
    viewer.require(Permission.MANAGE_ENDPOINTS)
    now = datetime.now(UTC)
    endpoint = Endpoint(kind=kind, name="", url="", position=0, created_at=now, updated_at=now)
    problems = _apply(endpoint, given)
    if kind is EndpointKind.WEBHOOK and not endpoint.secret:
        endpoint.secret = new_secret()
    problems += await _problems(viewer, endpoint, given, rules)
    if problems:
        raise ValidationFailed(*problems)
    async with writing() as tx:
        await confirm(tx, viewer)
        if await Endpoint.all().using_db(tx).count() >= MOST_ENDPOINTS:
            raise ValidationFailed(FieldProblem("name", f"there are {MOST_ENDPOINTS} endpoints, which is the most"))
        await _check_places(tx, given)
        last = await Event.all().using_db(tx).order_by("-sequence").first()
        endpoint.position = last.sequence if last else 0
        await endpoint.save(using_db=tx)
        await _record(tx, viewer, "created", endpoint)
    return MadeEndpoint(endpoint, endpoint.secret if kind is EndpointKind.WEBHOOK else "")


async def update_endpoint(
    viewer: Viewer, endpoint_id: int, given: EndpointFields, rules: AddressRules, *, expected_version: int
) -> Endpoint:
    """Change what is given of an endpoint. What is underway to it goes out in the new way from its next attempt on.

    Raises:
        Forbidden: the viewer may not manage endpoints, or lacks a permission of the role that payloads are made for.
        NotFound: there is no such endpoint.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem.
    """
    viewer.require(Permission.MANAGE_ENDPOINTS)
    # Looking a name up takes its time, which a transaction does not have.
    stored = await get_endpoint(viewer, endpoint_id)
    check_version(stored, expected_version)  # or what is judged here would not be what is changed
    problems = _moved_secrets(stored, given) + _apply(stored, given)
    problems += await _problems(viewer, stored, given, rules)
    if problems:
        raise ValidationFailed(*problems)
    async with writing() as tx:
        endpoint = await _claim(tx, viewer, endpoint_id, expected_version)
        before = {column: getattr(endpoint, column) for column in _COLUMNS}
        _apply(endpoint, given)
        await _check_places(tx, given)
        changed = [column for column in _COLUMNS if getattr(endpoint, column) != before[column]]
        if changed:
            await _advance(tx, endpoint, changed)
            if not _OF_BODIES.isdisjoint(changed):
                await Delivery.filter(endpoint_id=endpoint_id, finished_at=None).using_db(tx).update(body=None)
            # Which header or secret there is now, the log need not tell.
            await _record(tx, viewer, "updated", endpoint, changed)
    return endpoint


async def pause_endpoint(viewer: Viewer, endpoint_id: int) -> Endpoint:
    """Send nothing to an endpoint for the time being. What happens meanwhile is sent when it is resumed.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
        InvalidTransition: it is not active.
    """
    return await _change_state(viewer, endpoint_id, {EndpointState.ACTIVE}, EndpointState.PAUSED, "paused")


async def resume_endpoint(viewer: Viewer, endpoint_id: int) -> Endpoint:
    """Send to an endpoint again that was paused, or that the server had disabled, beginning where it was left.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
        InvalidTransition: it is active.
    """
    stopped = {EndpointState.PAUSED, EndpointState.DISABLED}
    async with writing():
        endpoint = await _change_state(viewer, endpoint_id, stopped, EndpointState.ACTIVE, "resumed")
        # Somebody says that it is well again, so nothing waits for the end of a pause between two tries.
        await redelivering.hurry(endpoint_id, datetime.now(UTC))
    return endpoint


async def delete_endpoint(viewer: Viewer, endpoint_id: int, *, expected_version: int) -> None:
    """Delete an endpoint with the log of what was sent to it.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
        VersionConflict: it was changed since `expected_version`.
    """
    async with writing() as tx:
        endpoint = await _claim(tx, viewer, endpoint_id, expected_version)
        await Endpoint.filter(id=endpoint.id).using_db(tx).delete()
        await _record(tx, viewer, "deleted", endpoint)


async def rotate_secret(viewer: Viewer, endpoint_id: int, *, overlap: timedelta = timedelta(days=1)) -> MadeEndpoint:
    """Give a webhook a new secret. During the overlap both sign, so that the receiver can change over.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
        ValidationFailed: it is a cache, or the overlap is too long.
    """
    if not timedelta(0) <= overlap <= LONGEST_OVERLAP:
        raise ValidationFailed(FieldProblem("overlapSeconds", f"0 to {LONGEST_OVERLAP.total_seconds():.0f}"))
    async with writing() as tx:
        endpoint = await _claim(tx, viewer, endpoint_id, None)
        if endpoint.kind != EndpointKind.WEBHOOK:
            raise ValidationFailed(FieldProblem("id", "a cache has a key of its own; update the endpoint with it"))
        endpoint.former_secret, endpoint.secret = endpoint.secret, new_secret()
        endpoint.former_until = datetime.now(UTC) + overlap
        await _advance(tx, endpoint, ["former_secret", "secret", "former_until"])
        await _record(tx, viewer, "secret_rotated", endpoint)
    return MadeEndpoint(endpoint, endpoint.secret)


async def get_endpoint(viewer: Viewer, endpoint_id: int) -> Endpoint:
    """One endpoint.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
    """
    viewer.require(Permission.MANAGE_ENDPOINTS)
    endpoint = await Endpoint.get_or_none(id=endpoint_id)
    if endpoint is None:
        raise NotFound("endpoint", shown_id("endpoint", endpoint_id))
    return endpoint


async def try_out(viewer: Viewer, endpoint_id: int, sender: Sends, render: Render) -> Outcome:
    """Send an endpoint an event that is in no log, or have a cache forget a tag that nothing carries; what came of it.

    It counts neither as a delivery nor as a failure, and goes out whatever state the endpoint is in.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
        Unavailable: the database cannot answer now.
    """
    endpoint = await get_endpoint(viewer, endpoint_id)
    now = datetime.now(UTC)
    event = ping(endpoint, now)
    if endpoint.kind == EndpointKind.WEBHOOK:
        return await send_webhook(sender, endpoint, event.uid, await render(endpoint, event), now)
    return await send_purge(sender, endpoint, [f"{event.type}:{event.uid}"])


async def list_endpoints(viewer: Viewer) -> list[Endpoint]:
    """All endpoints, the oldest first.

    Raises:
        Forbidden: the viewer may not manage endpoints.
    """
    viewer.require(Permission.MANAGE_ENDPOINTS)
    return await Endpoint.all().order_by("id")


async def redeliver(viewer: Viewer, delivery_id: int) -> Endpoint:
    """Send a delivery again, with the same id, or at once if it waits for its next try; whom it is for.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such delivery.
        ValidationFailed: the log does not reach back to its event any more.
    """
    viewer.require(Permission.MANAGE_ENDPOINTS)
    delivery = await Delivery.get_or_none(id=delivery_id)
    if delivery is None:
        raise NotFound("delivery", shown_id("delivery", delivery_id))
    if not await redelivering.redeliver(delivery_id, datetime.now(UTC)):
        raise ValidationFailed(FieldProblem("id", "the log does not reach back to its event any more"))
    return await get_endpoint(viewer, delivery.endpoint_id)


async def redeliver_failed(viewer: Viewer, endpoint_id: int, since: datetime) -> int:
    """Send again all that was given up since a time, and at once what waits for its next try; how many those are.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
    """
    await get_endpoint(viewer, endpoint_id)
    return await redelivering.redeliver_failed(endpoint_id, since, datetime.now(UTC))


async def replay(viewer: Viewer, endpoint_id: int, from_sequence: int) -> int:
    """Send all events from a number of the log on that an endpoint is told of, with the ids they have; how many.

    Raises:
        Forbidden: the viewer may not manage endpoints.
        NotFound: there is no such endpoint.
        ValidationFailed: the log does not reach back to this number any more.
    """
    endpoint = await get_endpoint(viewer, endpoint_id)
    first = await Event.all().order_by("sequence").first()
    begins = first.sequence if first else 1
    if from_sequence < begins:
        raise ValidationFailed(FieldProblem("fromSequence", f"the log begins with {begins}"))
    count = await redelivering.replay(endpoint_id, from_sequence, datetime.now(UTC))
    async with writing() as tx:
        now, subject = datetime.now(UTC), ("endpoint", endpoint.id)
        told: dict[str, Any] = {"from_sequence": from_sequence, "count": count}
        await events.record(tx, viewer, "endpoint.replayed", subject, at=now, **told)
    return count


_COLUMNS = tuple(field.name for field in fields(EndpointFields))


async def _change_state(
    viewer: Viewer, endpoint_id: int, before: set[EndpointState], state: EndpointState, act: str
) -> Endpoint:
    async with writing() as tx:
        endpoint = await _claim(tx, viewer, endpoint_id, None)
        if endpoint.state not in before:
            raise InvalidTransition(endpoint.state, state, what="endpoint")
        endpoint.state, endpoint.reason, endpoint.failing_since = state, "", None
        await _advance(tx, endpoint, ["state", "reason", "failing_since"])
        await _record(tx, viewer, act, endpoint)
    return endpoint


async def _claim(tx: TransactionalDBClient, viewer: Viewer, endpoint_id: int, expected_version: int | None) -> Endpoint:
    viewer.require(Permission.MANAGE_ENDPOINTS)
    await confirm(tx, viewer)
    endpoint = await Endpoint.filter(id=endpoint_id).using_db(tx).select_for_update().first()
    if endpoint is None:
        raise NotFound("endpoint", shown_id("endpoint", endpoint_id))
    if expected_version is not None:
        check_version(endpoint, expected_version)
    return endpoint


async def _advance(tx: TransactionalDBClient, endpoint: Endpoint, columns: Iterable[str]) -> None:
    endpoint.version += 1
    endpoint.updated_at = datetime.now(UTC)
    await endpoint.save(using_db=tx, update_fields=[*columns, "version", "updated_at"])


async def _record(
    tx: TransactionalDBClient, viewer: Viewer, act: str, endpoint: Endpoint, changed: Iterable[str] = ()
) -> None:
    now, subject = datetime.now(UTC), ("endpoint", endpoint.id)
    await events.record(tx, viewer, f"endpoint.{act}", subject, at=now, changed=list(changed), name=endpoint.name)


def _apply(endpoint: Endpoint, given: EndpointFields) -> list[FieldProblem]:
    """Set what is given; the headers whose value nobody knows."""
    problems = []
    for column in _COLUMNS:
        value = getattr(given, column)
        if value is None:
            continue
        if column == "headers":
            known = {header["name"].lower(): header["value"] for header in endpoint.headers}
            kept = {name: known.get(name.lower()) if new is None else new for name, new in value.items()}
            problems += [
                FieldProblem("headers", f"{name[:100]!a} has no value yet")
                for name, each in kept.items()
                if each is None
            ]
            value = [{"name": name, "value": each} for name, each in kept.items()]
        elif column == "name":
            value = text.clean(value)
        elif isinstance(value, tuple):
            value = list(dict.fromkeys(value))
        setattr(endpoint, column, value)
    return problems


def _moved_secrets(endpoint: Endpoint, given: EndpointFields) -> list[FieldProblem]:
    """Which secrets would go to another server than they were given for, where whoever changed the URL reads them."""
    if given.url is None or _origin(given.url) == _origin(endpoint.url):
        return []
    problem = "give it anew: it is not sent to another server than it was given for"
    kept = [header["name"] for header in endpoint.headers] if given.headers is None else []
    kept += [name for name, value in (given.headers or {}).items() if value is None]
    problems = [FieldProblem("headers", f"{name[:100]!a}: {problem}") for name in kept]
    if endpoint.kind != EndpointKind.WEBHOOK and endpoint.secret and given.secret is None:
        problems.append(FieldProblem("secret", problem))
    return problems


def _origin(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    return parts.scheme, parts.netloc.lower()


async def _problems(
    viewer: Viewer, endpoint: Endpoint, given: EndpointFields, rules: AddressRules
) -> list[FieldProblem]:
    problems = [FieldProblem(name, "must not be empty") for name in ("name", "url") if not getattr(endpoint, name)]
    if given.name is not None and (problem := text.problem_in(given.name, max_length=200)):
        problems.append(FieldProblem("name", problem))
    if given.url and (problem := await _url_problem(given.url, rules)):
        problems.append(FieldProblem("url", problem))
    if given.headers is not None:
        problems += _header_problems(endpoint.headers)
    if endpoint.kind == EndpointKind.WEBHOOK:
        problems += _webhook_problems(viewer, endpoint, given)
    else:
        problems += _cache_problems(endpoint, given)
    for name, value, most in (
        ("rate_per_minute", given.rate_per_minute, MOST_A_MINUTE),
        ("concurrency", given.concurrency, MOST_AT_A_TIME),
    ):
        least = 1 if name == "concurrency" else 0
        if value is not None and not least <= value <= most:
            problems.append(FieldProblem(name, f"{least} to {most:,}"))
    return problems


async def _url_problem(url: str, rules: AddressRules) -> str | None:
    """What is wrong with an address; its name is looked up."""
    try:
        await resolve(check_url(url, rules), rules)
    except Refused as refusal:
        return str(refusal)
    return None


def _header_problems(headers: list[dict[str, Any]]) -> list[FieldProblem]:
    problems = []
    if len(headers) > MOST_HEADERS:
        problems.append(FieldProblem("headers", f"{MOST_HEADERS} at most"))
    if len({header["name"].lower() for header in headers}) < len(headers):
        problems.append(FieldProblem("headers", "give each name once"))
    for header in headers:
        name, value = header["name"], header["value"] or ""
        if not _HEADER_NAME.fullmatch(name):
            problems.append(FieldProblem("headers", f"{name[:100]!a} is no name of a header"))
        elif name.lower() in OWN_HEADERS | {"content-type"} or name.lower().startswith("webhook-"):
            problems.append(FieldProblem("headers", f"{name} is set by the server"))
        if len(value) > LONGEST_HEADER or not (value.isascii() and value.isprintable()):
            problem = f"the value of {name[:100]!a} must be printable ASCII, {LONGEST_HEADER:,} characters at most"
            problems.append(FieldProblem("headers", problem))
    return problems


def _webhook_problems(viewer: Viewer, endpoint: Endpoint, given: EndpointFields) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    if given.secret is not None:
        try:
            check_secret(given.secret)
        except ValidationFailed as refusal:
            problems += refusal.problems
    if endpoint.run_as:
        _check_role(viewer, Role(endpoint.run_as))
    problems += [
        FieldProblem(path, f"{MOST_LISTED} at most")
        for path in ("types", "category_ids", "source_ids", "languages")
        if len(getattr(endpoint, path)) > MOST_LISTED
    ]
    problems += [
        FieldProblem("languages", f"{language[:40]!a} is not a language tag such as zh-Hans")
        for language in endpoint.languages
        if len(language) > 35 or not LANGUAGE.fullmatch(language)
    ]
    if endpoint.payload == PayloadForm.SELECTION and not endpoint.selection.strip():
        problems.append(FieldProblem("selection", "tell what to select of an event, such as { article { title } }"))
    if len(endpoint.selection) > LONGEST_SELECTION:
        problems.append(FieldProblem("selection", f"{LONGEST_SELECTION:,} characters at most"))
    return problems + [FieldProblem("types", problem) for problem in _type_problems(endpoint)]


def _type_problems(endpoint: Endpoint) -> Iterator[str]:
    """Which types are none, or not for whom the endpoint stands for."""
    known = audiences(endpoint.run_as)
    for name in endpoint.types:
        declared = TYPES.get(name)
        if declared is None:
            yield f"there is no type of event {name[:60]!a}"
        elif declared.audience is not None and declared.audience not in known:
            yield f"{name} is not for {endpoint.run_as or 'readers'}; choose another runAs"


def _cache_problems(endpoint: Endpoint, given: EndpointFields) -> list[FieldProblem]:
    problems = [
        FieldProblem(name, "a cache is told of all tags, and of nothing else")
        for name in _OF_WEBHOOKS
        if getattr(given, name)
    ]
    if endpoint.kind in {EndpointKind.FASTLY, EndpointKind.CLOUDFLARE} and not endpoint.secret:
        problems.append(FieldProblem("secret", "give the key of its API"))
    secret = given.secret or ""
    if len(secret) > LONGEST_SECRET or not (secret.isascii() and secret.isprintable()):
        problems.append(FieldProblem("secret", f"printable ASCII, {LONGEST_SECRET} characters at most"))
    return problems


def _check_role(viewer: Viewer, role: Role) -> None:
    """Let nobody be told by an endpoint what they may not see themselves.

    Raises:
        Forbidden: the viewer lacks a permission that the role has.
    """
    for permission in sorted(ROLES[role] - {Permission.OWN_ACCOUNT}):
        if permission not in viewer.permissions:
            raise Forbidden(permission)


async def _check_places(tx: TransactionalDBClient, given: EndpointFields) -> None:
    """Look whether there are such categories and sources.

    Raises:
        ValidationFailed: naming those that are not there.
    """
    problems = []
    for kind, model, ids in (("category", Category, given.category_ids), ("source", Source, given.source_ids)):
        wanted = set(ids or ())
        found = {row.id for row in await model.filter(id__in=list(wanted)).using_db(tx)}
        missing = sorted(shown_id(kind, number) for number in wanted - found)
        if missing:
            problems.append(FieldProblem(f"{kind}_ids", f"there is no {', '.join(missing)}"))
    if problems:
        raise ValidationFailed(*problems)
