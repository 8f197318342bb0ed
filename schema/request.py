"""Reading one GraphQL request from HTTP, and every way in which it can be none (GraphQL over HTTP, POST and GET)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.datastructures import Headers
from starlette.requests import Request

from cms.headers import Preference, preferences
from schema.errors import BAD_USER_INPUT, PERSISTED_QUERY_NOT_SUPPORTED, TOO_COMPLEX

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"
EVENT_STREAM = "text/event-stream"
ALLOWED = "GET, HEAD, OPTIONS, POST"
MAX_PARAMETERS = 16
# Making a filter of 20,000 parts out of the variables would hold up everybody else for more than a second.
MAX_VALUES = 5_000
UTF_8 = frozenset({"utf-8", "utf8"})
SHA256_HEX = re.compile(r"[0-9a-fA-F]{64}")

# Keys and their types; null is the same as absent for all but the query.
MEMBERS: dict[str, tuple[type, str]] = {
    "query": (str, "a string"),
    "documentId": (str, "a string"),
    "operationName": (str, "a string"),
    "variables": (dict, "an object"),
    "extensions": (dict, "an object"),
}


@dataclass(frozen=True)
class GraphQLRequest:
    """One operation as asked for. Its document is there, or named by `document_id`, or both (schema/persisted.py)."""

    query: str
    document_id: str
    operation_name: str | None
    variables: dict[str, Any] | None
    is_read_only: bool
    values: int = 0  # how many the variables have, items of lists and members of objects included


class BadRequest(Exception):
    """The HTTP request is no GraphQL request; it is answered with this status, code and headers."""

    def __init__(
        self, status: int, message: str, *, code: str = BAD_USER_INPUT, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.headers = headers or {}


async def read_request(request: Request) -> GraphQLRequest:
    """The GraphQL request in a POST with a JSON body, or in the address of a GET.

    Raises:
        BadRequest: with status 400, 405 or 415, and a sentence that names what is wrong.
    """
    if request.method in {"GET", "HEAD"}:
        return parse_request("GET", request.scope["query_string"], b"")
    if request.method != "POST":
        raise BadRequest(405, "GraphQL takes GET (queries) and POST.", headers={"Allow": ALLOWED})
    _check_content_type(request.headers)
    return parse_request("POST", b"", await request.body())


def parse_request(method: str, query_string: bytes, body: bytes) -> GraphQLRequest:
    """The GraphQL request in the body of a POST, or in the query string of a GET.

    Raises:
        BadRequest: with status 400, and a sentence that names what is wrong.
    """
    if method == "GET":
        return checked(_from_address(query_string), is_read_only=True)
    return checked(decode_object(body, "The request body"), is_read_only=False)


def decode_object(text: bytes | str, what: str) -> dict[str, Any]:
    """Decode a JSON object strictly: UTF-8 only, no lone surrogates, bounded depth and numbers.

    Raises:
        BadRequest: anything else; `what` begins its message.
    """
    if not text:
        raise BadRequest(400, f"{what} is empty; it must be a JSON object.")
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadRequest(400, f"{what} is no JSON in UTF-8: {error}.") from None
    if isinstance(value, list):
        raise BadRequest(400, f"{what} is a list; batches are not served, send one operation a request.")
    if not isinstance(value, dict):
        raise BadRequest(400, f"{what} must be a JSON object.")
    return value


def negotiate(accept: str | None) -> str:
    """The media type to answer with, for an `Accept` header: JSON unless the client prefers the GraphQL type.

    An event stream is for those who take neither; subscriptions, for which there is nothing else, ask `takes_events`.

    Raises:
        BadRequest: 406, the client takes nothing of this.
    """
    if not accept or not accept.strip():
        return JSON
    wanted = preferences(accept)
    weights = {offer: _weight_for(offer, wanted) for offer in (JSON, GRAPHQL_RESPONSE)}
    best = max(weights.values())
    if best <= 0 and takes_events(accept):
        return EVENT_STREAM
    if best <= 0:
        raise BadRequest(406, f"GraphQL answers with {GRAPHQL_RESPONSE} or {JSON}; the Accept header takes neither.")
    offers = [offer for offer, weight in weights.items() if weight == best]
    # Named types go before wildcards, and the GraphQL type, whose statuses mean more, before JSON.
    named = [offer for offer in reversed(offers) if any(preference.name == offer for preference in wanted)]
    return (named or offers)[0]


def takes_events(accept: str | None) -> bool:
    """Whether an `Accept` header names event streams; wildcards are sent by clients that cannot read them."""
    return any(wanted.name == EVENT_STREAM and wanted.weight > 0 for wanted in preferences(accept or ""))


def checked(members: dict[str, Any], *, is_read_only: bool) -> GraphQLRequest:
    """The GraphQL request that the members of a JSON object are.

    Raises:
        BadRequest: they are none; BAD_USER_INPUT if one is missing or of the wrong type.
    """
    for name, (kind, words) in MEMBERS.items():
        if members.get(name) is not None and not isinstance(members[name], kind):
            raise BadRequest(400, f'"{name}" must be {words}.')
    query, document_id = members.get("query") or "", members.get("documentId") or ""
    if query and document_id:
        raise BadRequest(400, 'The request has a "query" and a "documentId"; it must be one of them.')
    persisted = (members.get("extensions") or {}).get("persistedQuery")
    if persisted is not None and not document_id:
        document_id = _apollo_id(persisted)
    if not query and not document_id:
        raise BadRequest(400, 'The request has no "query"; it must be a string with a GraphQL document.')
    values = _count_values(members.get("variables") or {})
    return GraphQLRequest(
        query=query,
        document_id=document_id,
        # Some clients send "" when there is only one operation.
        operation_name=members.get("operationName") or None,
        variables=members.get("variables"),
        is_read_only=is_read_only,
        values=values,
    )


def _apollo_id(persisted: Any) -> str:
    """The id of the document that Apollo's `extensions.persistedQuery` names."""
    if not isinstance(persisted, dict) or persisted.get("version") != 1:
        raise BadRequest(400, "PersistedQueryNotSupported", code=PERSISTED_QUERY_NOT_SUPPORTED)
    digest = persisted.get("sha256Hash")
    if not isinstance(digest, str) or not SHA256_HEX.fullmatch(digest):
        raise BadRequest(400, 'The "sha256Hash" of a persisted query must be a SHA-256 of 64 hexadecimal digits.')
    return f"sha256:{digest.lower()}"


def _count_values(variables: dict[str, Any]) -> int:
    """How many values the variables have, inside one another too; counted before anything else looks at them.

    Raises:
        BadRequest: more than MAX_VALUES.
    """
    count = 0
    waiting: list[dict[str, Any] | list[Any]] = [variables]
    while waiting:
        value = waiting.pop()
        count += len(value)
        if count > MAX_VALUES:
            message = f"The variables of a request may have {MAX_VALUES:,} values at most, items of lists included."
            raise BadRequest(400, message, code=TOO_COMPLEX)
        parts = value.values() if isinstance(value, dict) else value
        waiting.extend(part for part in parts if isinstance(part, dict | list))
    return count


def _from_address(query_string: bytes) -> dict[str, Any]:
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS
        )
    except ValueError:  # UnicodeDecodeError is one of these
        raise BadRequest(400, f"The address must be UTF-8 with {MAX_PARAMETERS} parameters at most.") from None
    members: dict[str, Any] = {}
    for name, value in pairs:
        if name in members:
            raise BadRequest(400, f'The address has "{name}" twice.')
        members[name] = value
    for name in ("variables", "extensions"):
        if members.get(name) in {None, "", "null"}:
            members[name] = None
        else:
            members[name] = decode_object(members[name], f'The parameter "{name}"')
    return members


def _check_content_type(headers: Headers) -> None:
    media_type, _, parameters = headers.get("content-type", "").partition(";")
    if media_type.strip().lower() != JSON:
        raise BadRequest(415, f"Send the request as {JSON}.", headers={"Accept-Post": JSON})
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip().strip('"').lower() not in UTF_8:
            raise BadRequest(415, "Send the request in UTF-8.", headers={"Accept-Post": JSON})
    if headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}:
        raise BadRequest(415, "Send the request body without compression.", headers={"Accept-Encoding": "identity"})


def _weight_for(offer: str, wanted: list[Preference]) -> float:
    for name in (offer, "application/*", "*/*"):
        weights = [
            preference.weight
            for preference in wanted
            if preference.name == name and preference.parameters.get("charset", "utf-8") in UTF_8
        ]
        if weights:
            return max(weights)
    return 0.0
