"""What is told of an endpoint when it is made or changed."""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

from cms.webhooks.endpoints import EndpointFields
from cms.words import EndpointKind, PayloadForm, Role
from schema.enums import describe
from schema.ids import row_numbers
from schema.vocabulary import ID, VERSION, optional

describe(
    EndpointKind,
    "What an endpoint takes.",
    WEBHOOK="Signed events, as Standard Webhooks has them.",
    VARNISH_XKEY="Purges by tag for Varnish with the module xkey (docs/purging.md).",
    VARNISH_BAN="Bans by tag for Varnish without modules.",
    FASTLY="Purges by Surrogate-Key.",
    CLOUDFLARE="Purges by Cache-Tag.",
)
describe(
    PayloadForm,
    "What the body of a webhook carries; docs/webhooks.md shows each.",
    THIN="The event alone: what happened to which id.",
    FULL="The event, and the subject as it is when it is first sent.",
    SELECTION="The event, and what the endpoint's `selection` selects of it.",
)


@strawberry.input(description="A header to send along.")
class EndpointHeaderInput:
    """An input."""

    name: str = strawberry.field(description="Its name.")
    value: str | None = optional("Its value: printable ASCII. Null keeps the value that a header of this name has.")


_TYPES = "The types of events, such as article.published; none is every type that is public."
_CATEGORIES = "Only events of articles in these or below them, before or after the change; none is no limit."
_SOURCES = "Only events of articles from these, before or after the change; none is no limit."
_LANGUAGES = "Only events of articles in these languages (BCP 47); none is no limit."
_SELECTION = "For the form SELECTION: a selection set on the type Event, such as { article { title url } }."
_RUN_AS = "The role that payloads are made for, at most what the viewer may do; also who may know of the events told."
_HEADERS = "What is sent along, such as Authorization; 20 at most."
_RATE = "How many attempts a minute at most; 0 is without limit."
_CONCURRENCY = "How many attempts at a time at most: 1 to 100."


@strawberry.input(description="A new endpoint.")
class CreateEndpointInput:
    """An input."""

    name: str = strawberry.field(description="What people call it: 1 to 200 characters.")
    url: str = strawberry.field(description="Where it is: https, on port 443 or 8443 (docs/webhooks.md).")
    kind: EndpointKind = strawberry.field(default=EndpointKind.WEBHOOK, description="What it takes.")
    types: list[str] | None = optional(_TYPES)
    category_ids: list[strawberry.ID] | None = optional(_CATEGORIES)
    source_ids: list[strawberry.ID] | None = optional(_SOURCES)
    languages: list[str] | None = optional(_LANGUAGES)
    payload: PayloadForm | None = optional("What the body carries; FULL if not given.")
    selection: str | None = optional(_SELECTION)
    run_as: Role | None = optional(_RUN_AS + " A reader if not given.")
    headers: list[EndpointHeaderInput] | None = optional(_HEADERS)
    secret: str | None = optional("Of a cache the key of its API; of a webhook one brought along, else one is made.")
    rate_per_minute: int | None = optional(_RATE)
    concurrency: int | None = optional(_CONCURRENCY + " 4 if not given.")


@strawberry.input(description="Changes of an endpoint. What is left out or null stays; an empty list is no limit.")
class UpdateEndpointInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    name: str | None = optional("What people call it: 1 to 200 characters.")
    url: str | None = optional("Where it is: https, on port 443 or 8443 (docs/webhooks.md).")
    types: list[str] | None = optional(_TYPES)
    category_ids: list[strawberry.ID] | None = optional(_CATEGORIES)
    source_ids: list[strawberry.ID] | None = optional(_SOURCES)
    languages: list[str] | None = optional(_LANGUAGES)
    payload: PayloadForm | None = optional("What the body carries.")
    selection: str | None = optional(_SELECTION)
    run_as: Role | None = optional(_RUN_AS)
    for_readers: bool = strawberry.field(
        default=False, description="Make payloads for a reader again, instead of for a role."
    )
    headers: list[EndpointHeaderInput] | None = optional(_HEADERS + " They replace those there are.")
    secret: str | None = optional("Of a cache the key of its API; of a webhook one brought along.")
    rate_per_minute: int | None = optional(_RATE)
    concurrency: int | None = optional(_CONCURRENCY)


def fields_of(given: CreateEndpointInput | UpdateEndpointInput) -> EndpointFields:
    """As the operation takes it."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in vars(given).items()
        if name not in {"id", "expected_version", "kind", "for_readers"}
    }
    for name, kind in (("category_ids", "Category"), ("source_ids", "Source")):
        if values[name] is not None:
            values[name] = tuple(row_numbers(kind)(f"{to_camel_case(name)}", list(values[name])))
    if values["headers"] is not None:
        values["headers"] = {header.name: header.value for header in values["headers"]}
    if isinstance(given, UpdateEndpointInput) and given.for_readers:
        values["run_as"] = ""
    return EndpointFields(**values)
