"""The one place where exceptions become GraphQL errors: codes, facts, masking and logging."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import strawberry
from graphql import ArgumentNode, GraphQLError, GraphQLSyntaxError, ValueNode, VariableDefinitionNode
from strawberry.types import ExecutionContext

from cms.errors import (
    BadUserInput,
    CMSError,
    Forbidden,
    InvalidTransition,
    NotFound,
    RateLimited,
    ValidationFailed,
    VersionConflict,
)
from cms.log import get_logger

PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
BAD_USER_INPUT = "BAD_USER_INPUT"
OPERATION_RESOLUTION_FAILURE = "OPERATION_RESOLUTION_FAILURE"
PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"
PERSISTED_QUERY_NOT_SUPPORTED = "PERSISTED_QUERY_NOT_SUPPORTED"
FORBIDDEN = "FORBIDDEN"
RATE_LIMITED = "RATE_LIMITED"
TOO_COMPLEX = "TOO_COMPLEX"
UNAVAILABLE = "UNAVAILABLE"
INTERNAL = "INTERNAL_SERVER_ERROR"
# The attributes of a refusal that go into `extensions` beside its code.
FACTS: dict[type[CMSError], tuple[str, ...]] = {
    BadUserInput: ("field",),
    Forbidden: ("permission",),
    InvalidTransition: ("current", "wanted"),
    NotFound: ("kind", "key"),
    RateLimited: ("retry_after_seconds",),
    VersionConflict: ("expected", "current"),
}
# Refusals of one operation that are written out in its log line; a client can provoke a hundred at a time.
LOGGED_ERRORS = 3
LOGGED_CHARACTERS = 200

_QUOTED_VALUE = re.compile(r",? found: | non[- ]string value: | got invalid value ", re.IGNORECASE)

log = get_logger(__name__)


class QuietSchema(strawberry.Schema):
    """A Strawberry schema that logs a bug once with its traceback, and what it merely refuses in one line without."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Log the errors of one operation; Strawberry calls this once for each phase that failed."""
        log_errors(errors)


def code_of(error: GraphQLError) -> str:
    """The stable `extensions.code` of an error; INTERNAL_SERVER_ERROR for everything that is not a known refusal."""
    refusal = refusal_in(error)
    if refusal is not None:
        return refusal.code
    code = next((code for link in _chain(error) if (code := (link.extensions or {}).get("code"))), None)
    if isinstance(code, str):
        return code
    if isinstance(error, GraphQLSyntaxError):
        return _syntax_code(error)
    return BAD_USER_INPUT if _blames_the_client(error) else INTERNAL


def refusal_in(error: GraphQLError) -> CMSError | None:
    """The refusal of ours that lies under a GraphQL error, if there is one."""
    last = list(_chain(error))[-1]
    return last.original_error if isinstance(last.original_error, CMSError) else None


def format_error(error: GraphQLError, *, request_id: str, hide_suggestions: bool) -> dict[str, Any]:
    """An error as it goes to the client: message, locations, path, and `extensions` with the code and the facts.

    Bugs are masked; the request id leads to their traceback in the log.
    """
    code = code_of(error)
    formatted: dict[str, Any] = {"message": message_of(error)}
    if error.locations:
        formatted["locations"] = [location.formatted for location in error.locations]
    if error.path is not None:
        formatted["path"] = error.path
    if code == INTERNAL:
        formatted["message"] = "Internal error"
        formatted["extensions"] = {"code": code, "requestId": request_id}
        return formatted
    if hide_suggestions:
        formatted["message"] = formatted["message"].split(" Did you mean ")[0]
    refusal = refusal_in(error)
    formatted["extensions"] = {"code": code, **(facts_of(refusal) if refusal else {})}
    return formatted


def message_of(error: GraphQLError) -> str:
    """The message without the value that graphql-core quotes in its own ones: it may be somebody's password."""
    return error.message if refusal_in(error) else _QUOTED_VALUE.split(error.message)[0]


def facts_of(refusal: CMSError) -> dict[str, Any]:
    """What a refusal tells programs besides its code. Only what FACTS names ever leaves the server."""
    if isinstance(refusal, ValidationFailed):
        return {"problems": [asdict(problem) for problem in refusal.problems]}
    return {name: getattr(refusal, name) for name in FACTS.get(type(refusal), ())}


def log_errors(errors: Sequence[GraphQLError]) -> None:
    """Write bugs with traceback, each once, and the rest without: a line for the database, a line for refusals."""
    unavailable, refused = [], []
    for error in errors:
        code = code_of(error)
        if code == INTERNAL:
            log.error("graphql.bug", path=error.path, error=error.message, exc_info=_cause(error))
        elif code == UNAVAILABLE:
            unavailable.append(error)
        else:
            refused.append((code, error))
    if unavailable:
        # No client's mistake: somebody has to look after the database.
        log.warning("graphql.unavailable", count=len(unavailable), messages=_messages(unavailable))
    if refused:
        log.info(
            "graphql.refused",
            codes=sorted({code for code, _error in refused}),
            count=len(refused),
            messages=_messages([error for _code, error in refused]),
        )


def _messages(errors: Sequence[GraphQLError]) -> list[str]:
    return [message_of(error)[:LOGGED_CHARACTERS] for error in errors[:LOGGED_ERRORS]]


def with_code(error: GraphQLError, code: str) -> GraphQLError:
    """Give an error a code, unless it has one or a refusal of ours lies under it."""
    error.extensions = {"code": code, **(error.extensions or {})}
    return error


def _chain(error: GraphQLError) -> list[GraphQLError]:
    # graphql-core wraps an error of its own kind to add the path, and keeps the first one inside.
    links = [error]
    while isinstance(links[-1].original_error, GraphQLError) and len(links) < 10:
        links.append(links[-1].original_error)
    return links


def _cause(error: GraphQLError) -> Exception:
    last = _chain(error)[-1]
    return last.original_error or last


def _syntax_code(error: GraphQLSyntaxError) -> str:
    return TOO_COMPLEX if "tokens. Parsing aborted" in error.message or "too deeply" in error.message else PARSE_FAILED


def _blames_the_client(error: GraphQLError) -> bool:
    original = error.original_error
    # A request that failed as a whole, in graphql-core's own words: its variables could not be used, or the like.
    if error.path is None and original is None:
        return True
    # Scalars refuse a value with one of these; anything else that happens in them, and in fields, is a bug.
    if not isinstance(original, GraphQLError | ValueError | TypeError):
        return False
    return bool(error.nodes and isinstance(error.nodes[0], ArgumentNode | ValueNode | VariableDefinitionNode))
