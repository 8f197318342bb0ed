"""Scalars as the API shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError, ValueNode, value_from_ast_untyped
from starlette.datastructures import UploadFile
from strawberry.types.scalar import ScalarDefinition

from cms.models.fields import canonical


def read_moment(value: Any) -> datetime:
    """A time given with its offset from UTC.

    Raises:
        GraphQLError: it is not ISO 8601, or has no offset.
    """
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            canonical(moment)  # refuses years that UTC cannot express
            return moment
    except (TypeError, ValueError, OverflowError):
        pass
    raise GraphQLError(f"{value!r} is not a time from 1000 on with its offset, such as 2026-01-28T09:30:00+08:00")


def read_written_moment(node: ValueNode, variables: dict[str, Any] | None = None) -> datetime:
    """As read_moment, for a time in the document itself, whose place an error then names.

    Raises:
        GraphQLError: as read_moment.
    """
    try:
        return read_moment(value_from_ast_untyped(node, variables))
    except GraphQLError as error:
        raise GraphQLError(error.message, node) from error


DateTime = strawberry.scalar(
    name="DateTime",
    description="A moment in ISO 8601 with its offset from UTC, in whole seconds: 2026-01-28T01:30:00Z.",
    specified_by_url="https://scalars.graphql.org/andimarek/date-time",
    serialize=canonical,
    parse_value=read_moment,
    parse_literal=read_written_moment,
)
JSON = NewType("JSON", object)
JSONScalar: ScalarDefinition = strawberry.scalar(
    name="JSON",
    description="Any JSON value.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
    serialize=lambda value: value,
    parse_value=lambda value: value,
)
SafeInt = NewType("SafeInt", int)
SafeIntScalar: ScalarDefinition = strawberry.scalar(
    name="SafeInt",
    description="A whole number that may be larger than an Int, but not than 2^53 - 1, which JSON still holds exactly.",
    specified_by_url="https://tc39.es/ecma262/#sec-number.max_safe_integer",
)


def read_upload(value: Any) -> UploadFile:
    """A file that came with the request.

    Raises:
        GraphQLError: it is none.
    """
    if isinstance(value, UploadFile):
        return value
    raise GraphQLError("this takes a file, sent as a GraphQL multipart request (docs/assets.md)")


Upload = NewType("Upload", UploadFile)
UploadScalar: ScalarDefinition = strawberry.scalar(
    name="Upload",
    description="A file that comes with the request, as a variable that is null in `operations`.",
    specified_by_url="https://github.com/jaydenseric/graphql-multipart-request-spec",
    serialize=lambda value: value,
    parse_value=read_upload,
)
SCALARS: dict[object, Any] = {datetime: DateTime, JSON: JSONScalar, SafeInt: SafeIntScalar, Upload: UploadScalar}
