"""Webhooks and caches for whoever manages them: the endpoints, and what was sent to each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

import strawberry

from cms.errors import FieldProblem
from cms.errors import ValidationFailed as Invalid
from cms.ids import shown_id
from cms.permissions import Permission
from cms.webhooks import endpoints
from cms.webhooks.addresses import AddressRules
from cms.webhooks.sending import ErrorKind, Sender
from cms.words import DeliveryState, EndpointKind, EndpointState, PayloadForm, Role
from schema.audit import known_types
from schema.connection import Connection
from schema.content import Category, Source
from schema.describe import Argument, Key, Order, Rows, column, connection, many, one
from schema.endpoint_inputs import CreateEndpointInput, UpdateEndpointInput, fields_of
from schema.enums import describe
from schema.events import SEES_EVENT, Event
from schema.ids import private_row
from schema.orders import BY_PLACE_ALONE
from schema.payloads import Payloads
from schema.results import Forbidden, InvalidTransition, NotFound, ValidationFailed, VersionConflict, mutation
from schema.scalars import SafeInt
from schema.vocabulary import DeleteInput, DeletePayload, DeleteResult, Info, argument, row
from schema.where import Among, Test, condition

ENDPOINT = "The endpoint, such as end_17."

describe(
    EndpointState,
    "Whether an endpoint is sent anything.",
    ACTIVE="It is.",
    PAUSED="Not for the time being; what happens meanwhile is sent when it is resumed.",
    DISABLED="The server stopped sending, for the reason told. What happens meanwhile is sent when it is resumed.",
)
describe(
    DeliveryState,
    "What became of an event for an endpoint.",
    WAITING="An earlier event about the same subject is not delivered yet.",
    PENDING="It is tried, now or at `nextAt`.",
    DELIVERED="The receiver took it.",
    FAILED="It was tried as often as it may be, while the receiver took others. It can be redelivered.",
)
describe(
    ErrorKind,
    "Why an attempt failed.",
    HTTP_STATUS="The answer was not 2xx.",
    REDIRECT="The answer leads elsewhere; redirects are not followed.",
    TIMEOUT="There was no answer in time.",
    CONNECTION="No connection, or one that broke.",
    TLS="The certificate is not that of the name, or no secure connection came about.",
    NAME="The name leads to no address.",
    ADDRESS_REFUSED="The name leads to an address that webhooks may not go to.",
    PROTOCOL="The answer was no HTTP.",
    INTERNAL="A bug of ours; the log of the server tells.",
)

_BY_NEWEST = Order("NEWEST", (Key("{t}.id", "int"),), descending=True)
_BY_AGE = Order("MADE", (Key("{t}.id", "int"),))
_BY_ATTEMPT = Order("ATTEMPT", (Key("{t}.number", "int"),))
# Whoever may manage endpoints, a program with that scope alone, may not see drafts by what was sent of them.
_SEES_BODY = (
    "(SELECT p.run_as IN ('','READER','CONTRIBUTOR') OR @sees_all=1 AND (p.run_as<>'ADMIN' OR @audits=1)"
    " FROM endpoint p WHERE p.id={t}.endpoint_id)"
)
_FILTERED = (
    "(SELECT e.key AS place,c.* FROM endpoint p,@each[p.{ids}] e JOIN {table} c ON c.id=coalesce((SELECT r.target_id"
    " FROM redirect r WHERE r.kind='{kind}' AND r.former_id=CAST(e.value AS INTEGER)),CAST(e.value AS INTEGER))"
    " WHERE p.id={{key}} ORDER BY 1 LIMIT {{limit}})"
)


@strawberry.type(description="One try to send something, and what came back.")
class Attempt:
    """An attempt."""

    id: strawberry.ID = column("The id, of the form att_17.")
    number: int = column("Counted from 1.")
    at: datetime = column("When it began.")
    status: int | None = column("The status of the answer; null if there was none.")
    error: ErrorKind | None = column("What went wrong; null if nothing did.", "nullif({t}.error,'')")
    milliseconds: int = column("How long it took.")
    answer: str = column("How the answer began: 2 KB at most.")


@strawberry.type(description="One event for one endpoint. Those about one subject are delivered in their order.")
class Delivery:
    """A delivery."""

    id: strawberry.ID = column("The id, of the form del_17.")
    event_id: strawberry.ID = column("The event's id, which is the `webhook-id` of every attempt.", "{t}.event_uid")
    type: str = column("The event's type.")
    sequence: SafeInt = column("The event's number in the log.")
    state: DeliveryState = column("What became of it.")
    attempt_count: int = column("How often it was tried.")
    next_at: datetime | None = column(
        "When it is tried next; null if it is not, or waits for another.",
        "CASE WHEN {t}.state='PENDING' THEN {t}.next_at END",
    )
    last_status: int | None = column("The status of the last answer; null if there was none.")
    last_error: ErrorKind | None = column("What went wrong last; null if nothing did.", "nullif({t}.last_error,'')")
    body: str | None = column(
        "What is sent, from the first attempt on; null of a cache, and for who may not see what `runAs` may.",
        f"(CASE WHEN {_SEES_BODY} THEN {{t}}.body END)",
    )
    created_at: datetime = column("When the event was found to be for the endpoint.")
    finished_at: datetime | None = column("When it was delivered or given up.")
    event: Event | None = one(
        Rows("event", "{t}.sequence={key} AND " + SEES_EVENT, key="{p}.sequence", identity="sequence"),
        "The event; null if the log does not reach back to it any more, or if it is not for the viewer.",
    )
    attempts: list[Attempt] = many(
        Rows("attempt", "{t}.delivery_id={key}", key="{p}.id"),
        _BY_ATTEMPT,
        "All attempts, the first first; of more than a hundred the first hundred.",
        typical=2,
    )
    endpoint: Endpoint = one(Rows("endpoint", "{t}.id={key}", key="{p}.endpoint_id"), "Whom it is for.")


@strawberry.input(description="Which deliveries. All given fields must hold.")
class DeliveryWhere:
    """A filter on deliveries."""

    states: list[DeliveryState] | None = condition(Among("{t}.state"), "In one of these states.")
    types: list[str] | None = condition(Among("{t}.type", convert=known_types), "Of events of one of these types.")
    event_id: strawberry.ID | None = condition(Test("{t}.event_uid = {value}"), "Of the event with this id.")


@strawberry.type(description="A header that is sent along. Its value is a secret.")
class EndpointHeader:
    """A header."""

    name: str = column("Its name.")


@strawberry.type(description="Somewhere that is told of events: a program by webhook, or a cache that is purged.")
class Endpoint:
    """An endpoint."""

    id: strawberry.ID = column("The id, of the form end_17.")
    kind: EndpointKind = column("What it takes.")
    name: str = column("What people call it.")
    url: str = column("Where it is.")
    state: EndpointState = column("Whether it is sent anything.")
    reason: str = column("Why the server disabled it; empty if it did not.")
    types: list[str] = column("The types of events it is told of; none is every type that is public.")
    categories: list[Category] = many(
        Rows(_FILTERED.format(ids="category_ids", table="category", kind="CATEGORY"), key="{p}.id"),
        BY_PLACE_ALONE,
        "Only articles in these or below them; none is no limit.",
        typical=1,
    )
    sources: list[Source] = many(
        Rows(_FILTERED.format(ids="source_ids", table="source", kind="SOURCE"), key="{p}.id"),
        BY_PLACE_ALONE,
        "Only articles from these; none is no limit.",
        typical=1,
    )
    languages: list[str] = column("Only articles in these languages; none is no limit.")
    payload: PayloadForm = column("What the body carries.")
    selection: str = column("The selection set of the form SELECTION.")
    run_as: Role | None = column("The role that payloads are made for; null for a reader.", "nullif({t}.run_as,'')")
    headers: list[EndpointHeader] = many(
        Rows(
            "(SELECT e.key AS place,e.value->>'name' AS name FROM endpoint p,@each[p.headers] e WHERE p.id={key}"
            " ORDER BY 1 LIMIT {limit})",
            key="{p}.id",
        ),
        BY_PLACE_ALONE,
        "The headers that are sent along.",
        typical=1,
    )
    rate_per_minute: int = column("How many attempts a minute at most; 0 is without limit.")
    concurrency: int = column("How many attempts at a time at most.")
    has_former_secret: bool = column(
        "Whether the secret before the last one signs too, until `formerUntil`.",
        "CASE WHEN {t}.former_secret<>'' AND {t}.former_until>@now THEN true ELSE false END",
    )
    former_until: datetime | None = column("Until when the secret before the last one signs.")
    failing_since: datetime | None = column("Since when it does not answer well; null if it does.")
    delivered_at: datetime | None = column("When it last took something.")
    position: SafeInt = column("The sequence of the last event that was looked at for it.")
    behind: SafeInt = column(
        "How many events of the log were not looked at for it yet.",
        "(coalesce((SELECT max(v.sequence) FROM event v),0)-{t}.position)",
    )
    unfinished_count: int = column(
        "How many deliveries are neither delivered nor given up.",
        "(SELECT count(*) FROM delivery v WHERE v.endpoint_id={t}.id AND v.state IN ('PENDING','WAITING'))",
    )
    version: int = column("Grows with every change; give it back as `expectedVersion`.")
    created_at: datetime = column("When it was made.")
    updated_at: datetime = column("When it was last changed.")
    deliveries: Connection[Delivery] = connection(
        Rows("delivery", "{t}.endpoint_id={key}", key="{p}.id"),
        _BY_NEWEST,
        "What was sent to it or shall be, the latest first.",
        where=DeliveryWhere,
    )


def _row(kind: str) -> Any:
    def convert(name: str, value: str) -> int:
        return private_row(kind, name, value)

    return convert


@strawberry.type
class EndpointQueries:
    """Endpoints, for whoever manages them."""

    endpoints: Connection[Endpoint] | None = connection(
        Rows("endpoint"),
        _BY_AGE,
        "All endpoints, the oldest first. Needs the permission MANAGE_ENDPOINTS.",
        permission=Permission.MANAGE_ENDPOINTS,
    )
    endpoint: Endpoint | None = one(
        Rows("endpoint"),
        "One endpoint. Needs the permission MANAGE_ENDPOINTS.",
        permission=Permission.MANAGE_ENDPOINTS,
        id=Argument(strawberry.ID, "Its id, such as end_17.", "{t}.id={value}", _row("Endpoint"), "int"),
    )
    delivery: Delivery | None = one(
        Rows("delivery"),
        "One delivery. Needs the permission MANAGE_ENDPOINTS.",
        permission=Permission.MANAGE_ENDPOINTS,
        id=Argument(strawberry.ID, "Its id, such as del_17.", "{t}.id={value}", _row("Delivery"), "int"),
    )


@strawberry.type(description="The endpoint as it is now.")
class EndpointPayload:
    """A payload."""

    endpoint: Endpoint = strawberry.field(description="The endpoint.")


@strawberry.type(description="The endpoint, and its secret, which is in this answer and nowhere else.")
class EndpointSecretPayload:
    """A payload."""

    endpoint: Endpoint = strawberry.field(description="The endpoint.")
    secret: str = strawberry.field(
        description="What webhooks are signed with (whsec_…), for a library of Standard Webhooks; empty of a cache."
    )


@strawberry.type(description="What came back from an endpoint that was tried out.")
class TestEndpointPayload:
    """A payload."""

    is_delivered: bool = strawberry.field(description="Whether the answer was 2xx.")
    status: int | None = strawberry.field(description="The status of the answer; null if there was none.")
    error: ErrorKind | None = strawberry.field(description="What went wrong; null if nothing did.")
    milliseconds: int = strawberry.field(description="How long it took.")
    answer: str = strawberry.field(description="How the answer began: 2 KB at most.")


@strawberry.type(description="How many deliveries begin anew.")
class RedeliverPayload:
    """A payload."""

    count: int = strawberry.field(description="How many.")
    endpoint: Endpoint = strawberry.field(description="The endpoint.")


EndpointResult = Annotated[
    EndpointPayload | ValidationFailed | Forbidden | NotFound | InvalidTransition,
    strawberry.union("EndpointResult", description="The endpoint, or why nothing was done."),
]
# Looking a name up takes its time, so making and updating one take no idempotency key, and answer without its refusals.
UpdateEndpointResult = Annotated[
    EndpointPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("UpdateEndpointResult", description="The endpoint, or why nothing was done."),
]
CreateEndpointResult = Annotated[
    EndpointSecretPayload | ValidationFailed | Forbidden,
    strawberry.union("CreateEndpointResult", description="The endpoint and its secret, or why nothing was done."),
]
EndpointSecretResult = Annotated[
    EndpointSecretPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("EndpointSecretResult", description="The endpoint and its secret, or why nothing was done."),
]
TestEndpointResult = Annotated[
    TestEndpointPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("TestEndpointResult", description="What came back, or why nothing was sent."),
]
ReplayResult = Annotated[
    RedeliverPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("ReplayResult", description="How many deliveries begin anew, or why none do."),
]
RedeliverResult = Annotated[
    RedeliverPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("RedeliverResult", description="How many deliveries begin anew, or why none do."),
]


async def _check_selection(info: Info, selection: str | None, run_as: str | None) -> None:
    """Refuse a selection that could not be asked.

    Raises:
        ValidationFailed: it tells what is wrong.
    """
    if not selection or len(selection) > endpoints.LONGEST_SELECTION:
        return
    problem = await Payloads(info.schema, info.context.settings).problem_in(selection, run_as or "")
    if problem is not None:
        raise Invalid(FieldProblem("selection", problem))


def _rules(info: Info) -> AddressRules:
    return AddressRules.parse(info.context.settings.webhook_allowed_addresses)


@strawberry.type
class EndpointMutations:
    """What is done with endpoints."""

    @mutation(
        "Make an endpoint. It is told of what happens from now on. Needs the permission MANAGE_ENDPOINTS.",
        takes_key=False,
    )
    async def create_endpoint(
        self,
        info: Info,
        input: Annotated[CreateEndpointInput, argument("What is told of it.")],  # noqa: A002
    ) -> CreateEndpointResult:
        """Make one."""
        info.context.viewer.require(Permission.MANAGE_ENDPOINTS)
        await _check_selection(info, input.selection, input.run_as)
        made = await endpoints.create_endpoint(info.context.viewer, input.kind, fields_of(input), _rules(info))
        return EndpointSecretPayload(endpoint=row("endpoint", made.endpoint.id), secret=made.secret)

    @mutation("Change an endpoint. Needs the permission MANAGE_ENDPOINTS.", takes_key=False)
    async def update_endpoint(
        self,
        info: Info,
        input: Annotated[UpdateEndpointInput, argument("What changes.")],  # noqa: A002
    ) -> UpdateEndpointResult:
        """Change one."""
        number, version = private_row("Endpoint", "id", input.id), input.expected_version
        stored = await endpoints.get_endpoint(info.context.viewer, number)
        given = fields_of(input)
        run_as = stored.run_as if given.run_as is None else given.run_as
        await _check_selection(info, given.selection or stored.selection, run_as)
        await endpoints.update_endpoint(info.context.viewer, number, given, _rules(info), expected_version=version)
        return EndpointPayload(endpoint=row("endpoint", number))

    @mutation("Send nothing to an endpoint for the time being. What happens meanwhile is sent when it is resumed.")
    async def pause_endpoint(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument(ENDPOINT)],  # noqa: A002
    ) -> EndpointResult:
        """Pause one."""
        endpoint = await endpoints.pause_endpoint(info.context.viewer, private_row("Endpoint", "id", id))
        return EndpointPayload(endpoint=row("endpoint", endpoint.id))

    @mutation("Send to an endpoint again that was paused or disabled, beginning where it was left.")
    async def resume_endpoint(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument(ENDPOINT)],  # noqa: A002
    ) -> EndpointResult:
        """Resume one."""
        endpoint = await endpoints.resume_endpoint(info.context.viewer, private_row("Endpoint", "id", id))
        return EndpointPayload(endpoint=row("endpoint", endpoint.id))

    @mutation("Delete an endpoint, with the log of what was sent to it.")
    async def delete_endpoint(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        number = private_row("Endpoint", "id", input.id)
        await endpoints.delete_endpoint(info.context.viewer, number, expected_version=input.expected_version)
        return DeletePayload(id=strawberry.ID(shown_id("endpoint", number)))

    @mutation(
        "Give a webhook a new secret. During the overlap the former one signs as well, so that receivers can change.",
        shows_secret=True,
    )
    async def rotate_endpoint_secret(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument(ENDPOINT)],  # noqa: A002
        overlap_seconds: Annotated[
            int, argument("How long both sign: 0 to 2,592,000 (30 days); a day if not given.")
        ] = 24 * 3600,
    ) -> EndpointSecretResult:
        """Give one a new secret."""
        number = private_row("Endpoint", "id", id)
        overlap = timedelta(seconds=overlap_seconds)
        made = await endpoints.rotate_secret(info.context.viewer, number, overlap=overlap)
        return EndpointSecretPayload(endpoint=row("endpoint", number), secret=made.secret)

    @mutation(
        "Send an endpoint an event of the type endpoint.ping, or have a cache forget a tag that nothing carries. It"
        " counts neither as a delivery nor as a failure.",
        takes_key=False,
    )
    async def test_endpoint(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument(ENDPOINT)],  # noqa: A002
    ) -> TestEndpointResult:
        """Try one out."""
        number, settings = private_row("Endpoint", "id", id), info.context.settings
        render = Payloads(info.schema, settings).render
        # Later the operation itself would be cut off.
        seconds = min(settings.webhook_timeout_seconds, settings.operation_timeout_seconds * 0.8)
        async with Sender(_rules(info), seconds) as sender:
            outcome = await endpoints.try_out(info.context.viewer, number, sender, render)
        return TestEndpointPayload(
            is_delivered=outcome.ok,
            status=outcome.status,
            error=outcome.error,
            milliseconds=round(outcome.seconds * 1000),
            answer=outcome.answer,
        )

    @mutation("Send a delivery again, with the same id; at once if it waits for its next try.")
    async def redeliver(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The delivery, such as del_17.")],  # noqa: A002
    ) -> RedeliverResult:
        """Send one again."""
        endpoint = await endpoints.redeliver(info.context.viewer, private_row("Delivery", "id", id))
        return RedeliverPayload(count=1, endpoint=row("endpoint", endpoint.id))

    @mutation("Send again all that was given up since a time, and at once what waits for its next try.")
    async def redeliver_failed(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument(ENDPOINT)],  # noqa: A002
        since: Annotated[datetime, argument("Since when it was given up.")],
    ) -> RedeliverResult:
        """Send what failed again."""
        number = private_row("Endpoint", "id", id)
        count = await endpoints.redeliver_failed(info.context.viewer, number, since)
        return RedeliverPayload(count=count, endpoint=row("endpoint", number))

    @mutation(
        "Send all events from a number of the log on that an endpoint is told of, with the ids they have.",
        takes_key=False,
    )
    async def replay_events(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument(ENDPOINT)],  # noqa: A002
        from_sequence: Annotated[SafeInt, argument("The number of the first event.")],
    ) -> ReplayResult:
        """Send events again."""
        number = private_row("Endpoint", "id", id)
        count = await endpoints.replay(info.context.viewer, number, from_sequence)
        return RedeliverPayload(count=count, endpoint=row("endpoint", number))
