"""What webhooks carry besides the event itself: the subject, or a selection of the event, asked of our own schema."""

from __future__ import annotations

from typing import Any

import orjson
from graphql import FieldNode, GraphQLError, OperationDefinitionNode, parse
from strawberry import Schema

from cms.errors import Unavailable
from cms.log import get_logger
from cms.models import Endpoint, Event
from cms.permissions import ROLES, Permission, Viewer
from cms.settings import Settings
from cms.webhooks.payloads import envelope
from cms.words import PayloadForm, Role
from schema.context import Context

_ARTICLE = """{ id title subtitle slug excerpt byline language publishedAt modifiedAt collectedAt canonicalUrl url
  urgency wordCount readingMinutes creditLine licence body { html text }
  image { id url mediaType alt caption credit width height focalX focalY }
  source { id name slug kind url licence creditLine }
  category { id name slug path breadcrumb { id name slug path } }
  credits { name role position author { id name slug kind } }
  tags { id name slug }
  relations { kind position
    target { __typename ... on Article { id title url } ... on Reference { id title url } } } }"""
_DRAFT = """{ id status review version title slug createdAt updatedAt
  head { number title subtitle slug excerpt byline language html publishedAt } }"""
# What the form FULL tells of each kind of subject.
FULL = {
    "article": _ARTICLE,
    "draft": _DRAFT,
    "source": "{ id name slug kind url licence creditLine language version }",
    "author": "{ id name slug kind description url version }",
    "category": "{ id name slug path depth description version breadcrumb { id name path } }",
    "tag": "{ id name slug mediaTopic version }",
    "collection": "{ id slug title description version }",
    "redirect": "{ id path url isPermanent version }",
    "reference": "{ id title teaser url version }",
}

log = get_logger(__name__)


class Payloads:
    """Makes the bodies of webhooks."""

    def __init__(self, schema: Schema, settings: Settings) -> None:
        self._schema = schema
        self._settings = settings

    async def render(self, endpoint: Endpoint, event: Event) -> bytes:
        """The body for an endpoint, as things are now.

        Raises:
            Unavailable: the database cannot answer now.
        """
        told = envelope(event)
        if endpoint.payload == PayloadForm.FULL:
            kind = event.subject_kind
            found = await self._selected(f"{{ {kind} {FULL[kind]} }}", endpoint, event) if kind in FULL else {}
            told["object"] = found.get(kind)
        elif endpoint.payload == PayloadForm.SELECTION:
            told["object"] = await self._selected(endpoint.selection, endpoint, event) or None
        return orjson.dumps(told)

    async def problem_in(self, selection: str, run_as: str) -> str | None:
        """What is wrong with a selection; None if it can be asked."""
        if (problem := _problem_of_form(selection)) is not None:
            return problem
        result = await self._ask(selection, run_as, "evt_0")
        return result.errors[0].message if result.errors else None

    async def _selected(self, selection: str, endpoint: Endpoint, event: Event) -> dict[str, Any]:
        result = await self._ask(selection, endpoint.run_as, event.uid)
        if not result.errors:
            return (result.data or {}).get("event") or {}
        original = result.errors[0].original_error
        if isinstance(original, Unavailable):
            raise original
        # The schema may have changed since it was checked. The event goes out nevertheless: its ids are enough.
        log.error("webhook.selection_failed", endpoint=endpoint.id, error=result.errors[0].message)
        return {}

    async def _ask(self, selection: str, run_as: str, uid: str) -> Any:
        permissions = ROLES[Role(run_as)] - {Permission.OWN_ACCOUNT} if run_as else frozenset()
        viewer = Viewer("webhook", permissions | {Permission.READ_EVENTS})
        context = Context(viewer=viewer, settings=self._settings)
        query = _query(selection)
        return await self._schema.execute(query, variable_values={"id": uid}, context_value=context)


def _query(selection: str) -> str:
    return f"query($id: ID!) {{ event(id: $id) {selection} }}"


def _problem_of_form(selection: str) -> str | None:
    """Why the text is no selection set, or more than one."""
    try:
        document = parse(_query(selection), no_location=True)
    except (GraphQLError, RecursionError) as error:
        return getattr(error, "message", "too deep")
    (operation, *more) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)  # noqa: S101 - it begins with one
    fields = operation.selection_set.selections
    is_one = not more and len(fields) == 1 and isinstance(fields[0], FieldNode) and fields[0].selection_set is not None
    return None if is_one else "write one selection set, such as { article { title } }, and nothing besides"
