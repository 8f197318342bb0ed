"""Paths that lead elsewhere: for front ends that find nothing at a path, and for editors."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import path_redirects
from cms.db.sql import holding
from cms.path_redirects import RedirectFields, bare, written
from cms.permissions import Permission
from schema.connection import Connection
from schema.content import Redirect
from schema.describe import Argument, Rows, connection, one
from schema.ids import private_id, private_row
from schema.newsroom import SEES, Draft
from schema.orders import BY_PATH
from schema.results import Forbidden, NotFound, ValidationFailed, VersionConflict, mutation
from schema.visible import visible
from schema.vocabulary import (
    ID,
    VERSION,
    DeleteInput,
    DeletePayload,
    DeleteResult,
    Info,
    argument,
    number,
    optional,
    row,
)

TABLE = "path_redirect"
_SEES_TARGET = "EXISTS(SELECT 1 FROM draft w WHERE w.id={t}.target_id AND " + SEES.replace("{t}", "w") + ")"
PATH = "The path that leads elsewhere, 500 characters at most: /old/page.html, with its query if that counts."
URL = "Where it leads: a path such as /new, or an address. The path of an article here stands for that article."
ARTICLE = "The article that it leads to instead, wherever that stands by then."

PERMANENT = "Whether it is meant for ever. It is, if not said."
# Whoever has the path with its query comes first, as soon as readers may see it.
_AT_PATH = (
    f"{{t}}.path=coalesce((SELECT y.path FROM {TABLE} y WHERE y.path={{value}} AND {visible(TABLE, 'y')}),{{value_2}})"
)


def _path(_name: str, value: str) -> str:
    return written(value)


def _bare(_name: str, value: str) -> str:
    return bare(value)


def _part(_name: str, value: str) -> str:
    return holding(value.strip())


@strawberry.input(description="A new redirect. Give either `url` or `articleId`.")
class CreateRedirectInput:
    """An input."""

    path: str = strawberry.field(description=PATH)
    url: str | None = optional(URL)
    article_id: strawberry.ID | None = optional(ARTICLE)
    is_permanent: bool | None = optional(PERMANENT)


@strawberry.input(description="Changes of a redirect. What is left out or null stays.")
class UpdateRedirectInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    path: str | None = optional(PATH)
    url: str | None = optional(URL)
    article_id: strawberry.ID | None = optional(ARTICLE)
    is_permanent: bool | None = optional(PERMANENT)


@strawberry.type(description="A redirect, and which article here it leads to.")
class RedirectEntry:
    """A redirect as editors see it."""

    redirect: Redirect = one(Rows(TABLE, "{t}.id={key}", key="{p}.id"), "The redirect.")
    target: Draft | None = one(
        Rows("draft", "{t}.id={key} AND " + SEES, key="{p}.target_id"),
        "The article it leads to, public or not: readers are led there while it is public. Null if it is an address,"
        " or an article that the viewer may not see.",
    )


@strawberry.type(description="The redirect as it is now.")
class RedirectPayload:
    """A payload."""

    redirect: Redirect = strawberry.field(description="The redirect.")

    @classmethod
    def of(cls, row_id: int) -> RedirectPayload:
        """The payload of a row."""
        return cls(redirect=row(TABLE, row_id))


RedirectResult = Annotated[
    RedirectPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("RedirectResult", description="The redirect, or why nothing was done."),
]


@strawberry.type
class RedirectQueries:
    """Redirects."""

    redirect: Redirect | None = one(
        Rows(TABLE, visible(TABLE)),
        "Where a path leads that nothing stands at; null if nowhere. Ask when there is no page to show, and send the"
        " visitor on.",
        path=Argument(
            str,
            "The path as the browser sent it, encoded or not, with its query: if no redirect has that, the one without"
            " it counts.",
            _AT_PATH,
            parts=(("text", _path), ("text", _bare)),
        ),
    )
    redirects: Connection[Redirect] = connection(
        Rows(TABLE, visible(TABLE)), BY_PATH, "All paths that lead elsewhere, for front ends that keep them."
    )
    all_redirects: Connection[RedirectEntry] | None = connection(
        Rows(TABLE, f"({visible(TABLE)} OR {_SEES_TARGET})"),
        BY_PATH,
        "All redirects by path, those to articles that are not public too, as far as the viewer may see these.",
        permission=Permission.WRITE,
        search=Argument(
            str | None,
            "Only those with this somewhere in the path, or in the address they lead to.",
            "({t}.path LIKE {value} ESCAPE '!' OR {t}.url LIKE {value} ESCAPE '!')",
            _part,
        ),
    )


@strawberry.type
class RedirectMutations:
    """What editors do to redirects."""

    @mutation("Let a path lead elsewhere. It must not lead to what leads on, nor may anything lead to it.")
    async def create_redirect(
        self,
        info: Info,
        input: Annotated[CreateRedirectInput, argument("What is told of it.")],  # noqa: A002
    ) -> RedirectResult:
        """Make one."""
        made = await path_redirects.create_redirect(info.context.viewer, _fields(input))
        return RedirectPayload.of(made.id)

    @mutation("Change where a path leads, or which path it is.")
    async def update_redirect(
        self,
        info: Info,
        input: Annotated[UpdateRedirectInput, argument("What changes.")],  # noqa: A002
    ) -> RedirectResult:
        """Change one."""
        row_id, version = private_row("Redirect", "id", input.id), input.expected_version
        await path_redirects.update_redirect(info.context.viewer, row_id, _fields(input), expected_version=version)
        return RedirectPayload.of(row_id)

    @mutation("Let a path lead nowhere any more.")
    async def delete_redirect(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        row_id = private_row("Redirect", "id", input.id)
        await path_redirects.delete_redirect(info.context.viewer, row_id, expected_version=input.expected_version)
        return DeletePayload(id=strawberry.ID(private_id("Redirect", row_id)))


def _fields(given: CreateRedirectInput | UpdateRedirectInput) -> RedirectFields:
    target_id = number("Article", "articleId", given.article_id) if given.article_id else None
    return RedirectFields(given.path, given.url, target_id, given.is_permanent)
