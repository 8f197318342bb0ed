"""References, for editors: all of them, and changing them."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import references
from cms.permissions import Permission
from cms.references import ReferenceFields
from schema.connection import Connection
from schema.content import Reference
from schema.describe import Argument, Key, Order, Rows, connection, one
from schema.newsroom import SEES, Draft
from schema.orders import ID as BY_ID
from schema.results import Forbidden, NotFound, ValidationFailed, VersionConflict, mutation
from schema.vocabulary import (
    ID,
    VERSION,
    DeleteInput,
    DeleteResult,
    Info,
    argument,
    deleted,
    number,
    optional,
    row,
)
from schema.where import containing

BY_TITLE = Order("TITLE", (Key("{t}.title_key", "text"), BY_ID))
TITLE = "The headline: 1 to 300 characters."
TEASER = "A few sentences that lead into it: 10,000 characters at most."
URL = "Its address: http or https."
TRUNCATED = "Whether the teaser was cut in mid-sentence where it comes from."


@strawberry.input(description="A new reference. If an article here has its title, it means that one at once.")
class CreateReferenceInput:
    """An input."""

    title: str = strawberry.field(description=TITLE)
    teaser: str | None = optional(TEASER)
    url: str | None = optional(URL)
    is_truncated: bool | None = optional(TRUNCATED)


@strawberry.input(description="Changes of a reference. What is left out or null stays; an empty text clears.")
class UpdateReferenceInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    title: str | None = optional(TITLE)
    teaser: str | None = optional(TEASER)
    url: str | None = optional(URL)
    is_truncated: bool | None = optional(TRUNCATED)


@strawberry.input(description="Which article here a reference means.")
class SetReferenceTargetInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    target_id: strawberry.ID | None = optional("The article, public or not; left out or null, it means none.")


@strawberry.type(description="A reference, and which article here it means.")
class ReferenceEntry:
    """A reference as editors see it."""

    reference: Reference = one(Rows("reference", "{t}.id={key}", key="{p}.id"), "The reference.")
    target: Draft | None = one(
        Rows("draft", "{t}.id={key} AND " + SEES, key="{p}.target_id"),
        "The article it means: it takes the reference's place as soon as it is public. Null if there is none, or none"
        " that the viewer may see.",
    )


@strawberry.type(description="The reference as it is now.")
class ReferencePayload:
    """A payload."""

    reference: Reference = strawberry.field(description="The reference.")

    @classmethod
    def of(cls, row_id: int) -> ReferencePayload:
        """The payload of a row."""
        return cls(reference=row("reference", row_id))


ReferenceResult = Annotated[
    ReferencePayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("ReferenceResult", description="The reference, or why nothing was done."),
]


@strawberry.type
class ReferenceQueries:
    """References, public or not."""

    all_references: Connection[ReferenceEntry] | None = connection(
        Rows("reference"),
        BY_TITLE,
        "All references, those that only drafts use too, by headline, in the order of its characters.",
        permission=Permission.WRITE,
        search=Argument(
            str | None,
            "Only those with this somewhere in the headline; width and case of letters do not matter.",
            "{t}.title_key LIKE {value} ESCAPE '!'",
            containing,
        ),
    )


@strawberry.type
class ReferenceMutations:
    """What editors do to references."""

    @mutation("Make a reference.")
    async def create_reference(
        self,
        info: Info,
        input: Annotated[CreateReferenceInput, argument("What is told of it.")],  # noqa: A002
    ) -> ReferenceResult:
        """Make one."""
        made = await references.create_reference(info.context.viewer, ReferenceFields(**vars(input)))
        return ReferencePayload.of(made.id)

    @mutation("Change what is told of a reference. Every article and collection that shows it shows the change.")
    async def update_reference(
        self,
        info: Info,
        input: Annotated[UpdateReferenceInput, argument("What changes.")],  # noqa: A002
    ) -> ReferenceResult:
        """Change one."""
        row_id = number("Reference", "id", input.id)
        fields = ReferenceFields(input.title, input.teaser, input.url, input.is_truncated)
        await references.update_reference(info.context.viewer, row_id, fields, expected_version=input.expected_version)
        return ReferencePayload.of(row_id)

    @mutation("Say which article here a reference means, or that it means none.")
    async def set_reference_target(
        self,
        info: Info,
        input: Annotated[SetReferenceTargetInput, argument("Both.")],  # noqa: A002
    ) -> ReferenceResult:
        """Point one at an article."""
        row_id = number("Reference", "id", input.id)
        target_id = None if input.target_id is None else number("Article", "targetId", input.target_id)
        await references.set_target(info.context.viewer, row_id, target_id, expected_version=input.expected_version)
        return ReferencePayload.of(row_id)

    @mutation("Delete a reference that no draft, no public article and no collection shows.")
    async def delete_reference(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        row_id = number("Reference", "id", input.id)
        await references.delete_reference(info.context.viewer, row_id, expected_version=input.expected_version)
        return deleted("Reference", row_id)
