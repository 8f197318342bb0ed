"""Making and revoking preview links; `article(preview:)` reads what they show (schema/shadows.py)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import strawberry

from cms import previews
from schema.colleagues import Colleague
from schema.context import Context
from schema.describe import Order, Row, Rows, column, one
from schema.ids import private_row, row_number
from schema.orders import ID
from schema.results import Forbidden, InvalidTransition, NotFound, ValidationFailed, mutation

Info = strawberry.Info[Context, None]

TABLE = "preview_link"
# The links of a draft, for a field of its type.
LINKS_OF_DRAFT = Rows(TABLE, "{t}.draft_id={key}", key="{p}.id")
BY_NEWEST = Order("NEWEST", (ID,), descending=True)


@strawberry.type(description="A secret that shows a draft, or one revision of it, to whoever has it.")
class PreviewLink:
    """A preview link."""

    id: strawberry.ID = column("The id, of the form prv_17.")
    revision: int | None = column(
        "The number of the revision that it shows; null for the newest one at the time of reading.",
        "(SELECT r.number FROM revision r WHERE r.id={t}.revision_id)",
    )
    user: Colleague | None = one(
        Rows("user_account", "{t}.id={key}", key="{p}.user_id"),
        "Who made it; null for the command line and for deleted users.",
    )
    created_at: datetime = column("When it was made.")
    expires_at: datetime = column("When it ends by itself.")
    revoked_at: datetime | None = column("When it was revoked; null if it was not.")


@strawberry.input(description="What a preview link shall show, and how long.")
class CreatePreviewLinkInput:
    """An input."""

    article_id: strawberry.ID = strawberry.field(description="The article, public or not, such as art_17.")
    revision: int | None = strawberry.field(
        default=None, description="The number of a revision; without it, the newest one at the time of reading."
    )
    lifetime_seconds: int | None = strawberry.field(
        default=None, description="How long it works: 60 to 7,776,000 (90 days); without it, what the site has set."
    )


@strawberry.type(description="The link. Its secret is in this answer and nowhere else.")
class CreatePreviewLinkPayload:
    """A payload."""

    preview_link: PreviewLink = strawberry.field(description="The link.")
    secret: str = strawberry.field(description="What article(preview:) takes; it begins with bs_preview_.")


@strawberry.type(description="The link does not work any more.")
class RevokePreviewLinkPayload:
    """A payload."""

    preview_link: PreviewLink = strawberry.field(description="The link.")


CreatePreviewLinkResult = Annotated[
    CreatePreviewLinkPayload | ValidationFailed | Forbidden | NotFound | InvalidTransition,
    strawberry.union("CreatePreviewLinkResult", description="The link and its secret, or why there is none."),
]
RevokePreviewLinkResult = Annotated[
    RevokePreviewLinkPayload | Forbidden | NotFound | ValidationFailed,
    strawberry.union("RevokePreviewLinkResult", description="The link, or why it was not revoked."),
]


def _read_later(link_id: int) -> Any:
    """The row of a link; the executor reads what is selected of it."""
    return Row(TABLE, link_id)


@strawberry.type
class PreviewMutations:
    """What is done with preview links."""

    @mutation(
        "Make a link that shows a draft to whoever has its secret, without signing in. It can be revoked.",
        shows_secret=True,
    )
    async def create_preview_link(
        self,
        info: Info,
        input: Annotated[  # noqa: A002
            CreatePreviewLinkInput, strawberry.argument(description="What the link shall show.")
        ],
    ) -> CreatePreviewLinkResult:
        """Make a preview link."""
        lifetime = input.lifetime_seconds
        made = await previews.make_link(
            info.context.viewer,
            row_number("Article")("articleId", input.article_id) or 0,
            revision_number=input.revision,
            lifetime_seconds=info.context.settings.preview_lifetime_seconds if lifetime is None else lifetime,
        )
        return CreatePreviewLinkPayload(preview_link=_read_later(made.link.id), secret=made.secret)

    @mutation("End a preview link at once.")
    async def revoke_preview_link(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The link, such as prv_17.")],  # noqa: A002
    ) -> RevokePreviewLinkResult:
        """End a preview link."""
        link = await previews.revoke_link(info.context.viewer, private_row("PreviewLink", "id", id))
        return RevokePreviewLinkPayload(preview_link=_read_later(link.id))
