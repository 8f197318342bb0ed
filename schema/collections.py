"""Collections, for editors: what is placed in them, and changing it."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import collections
from cms.collections import CollectionFields, Placement
from cms.errors import BadUserInput
from cms.permissions import Permission
from schema.connection import Connection
from schema.content import Collection, Reference
from schema.describe import Argument, Rows, column, connection, one
from schema.enums import CollectionTail
from schema.ids import row_number
from schema.newsroom import SEES, Draft
from schema.orders import BY_POSITION
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

SLUG = "Its name for addresses: small letters, digits and single dashes, of no other collection."
TITLE = "Its title: 1 to 200 characters."
DESCRIPTION = "A few words: 10,000 characters at most."
TAIL = "How it goes on after the items placed by hand."
POSITION = "Its place, counted from 0; too far is the end."


@strawberry.input(description="A new collection, which is empty.")
class CreateCollectionInput:
    """An input."""

    slug: str = strawberry.field(description=SLUG)
    title: str = strawberry.field(description=TITLE)
    description: str | None = optional(DESCRIPTION)
    tail: CollectionTail | None = optional(f"{TAIL[:-1]}; NONE if not given.")


@strawberry.input(description="Changes of a collection. What is left out or null stays; an empty text clears.")
class UpdateCollectionInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    slug: str | None = optional(f"{SLUG} The former one leads nowhere.")
    title: str | None = optional(TITLE)
    description: str | None = optional(DESCRIPTION)
    tail: CollectionTail | None = optional(TAIL)


@strawberry.input(description="Everything that is placed in a collection, in order.")
class SetCollectionItemsInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    item_ids: list[strawberry.ID] = strawberry.field(
        description="Articles (art_17), public or not, and references (ref_4): at most 1,000, each once."
    )


@strawberry.input(description="An item of a collection, and where it shall be.")
class PlaceItemInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The collection's id.")
    expected_version: int = strawberry.field(description=VERSION)
    item_id: strawberry.ID = strawberry.field(description="An article (art_17), public or not, or a reference (ref_4).")
    position: int = strawberry.field(default=0, description=POSITION)


@strawberry.input(description="An item of a collection.")
class UnpinItemInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The collection's id.")
    expected_version: int = strawberry.field(description=VERSION)
    item_id: strawberry.ID = strawberry.field(description="The article or the reference.")


@strawberry.type(description="One item that was placed by hand, whether readers see it or not.")
class PlacedItem:
    """A placed item."""

    position: int = column("Its place. Places grow, but articles deleted for ever leave gaps.")
    is_public: bool = column(
        "Whether readers see it: a reference always, an article while it is public.",
        "({t}.reference_id IS NOT NULL OR EXISTS(SELECT 1 FROM article v WHERE v.id={t}.target_id))",
    )
    draft: Draft | None = one(
        Rows("draft", "{t}.id={key} AND " + SEES, key="{p}.target_id"), "The article; null for a reference."
    )
    reference: Reference | None = one(
        Rows("reference", "{t}.id={key}", key="{p}.reference_id"), "The reference; null for an article."
    )


@strawberry.type(description="The collection as it is now.")
class CollectionPayload:
    """A payload."""

    collection: Collection = strawberry.field(description="The collection.")

    @classmethod
    def of(cls, row_id: int) -> CollectionPayload:
        """The payload of a row."""
        return cls(collection=row("collection", row_id))


CollectionResult = Annotated[
    CollectionPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("CollectionResult", description="The collection, or why nothing was done."),
]


@strawberry.type
class CollectionQueries:
    """What is placed in collections."""

    placed_items: Connection[PlacedItem] | None = connection(
        Rows("collection_item"),
        BY_POSITION,
        "What was placed by hand in a collection, in order, public or not.",
        permission=Permission.EDIT,
        collection_id=Argument(
            strawberry.ID, "The collection.", "{t}.collection_id={value}", row_number("Collection"), "int"
        ),
    )


@strawberry.type
class CollectionMutations:
    """What editors do to collections."""

    @mutation("Make a collection.")
    async def create_collection(
        self,
        info: Info,
        input: Annotated[CreateCollectionInput, argument("What is told of it.")],  # noqa: A002
    ) -> CollectionResult:
        """Make one."""
        made = await collections.create_collection(info.context.viewer, CollectionFields(**vars(input)))
        return CollectionPayload.of(made.id)

    @mutation("Change what is told of a collection, and how it goes on.")
    async def update_collection(
        self,
        info: Info,
        input: Annotated[UpdateCollectionInput, argument("What changes.")],  # noqa: A002
    ) -> CollectionResult:
        """Change one."""
        row_id = number("Collection", "id", input.id)
        fields = CollectionFields(input.slug, input.title, input.description, input.tail)
        await collections.update_collection(
            info.context.viewer, row_id, fields, expected_version=input.expected_version
        )
        return CollectionPayload.of(row_id)

    @mutation("Delete a collection. What was placed in it stays what it is.")
    async def delete_collection(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        row_id = number("Collection", "id", input.id)
        await collections.delete_collection(info.context.viewer, row_id, expected_version=input.expected_version)
        return deleted("Collection", row_id)

    @mutation("Put these items in the place of everything that is placed in a collection.")
    async def set_collection_items(
        self,
        info: Info,
        input: Annotated[SetCollectionItemsInput, argument("The items.")],  # noqa: A002
    ) -> CollectionResult:
        """Replace the items."""
        row_id = number("Collection", "id", input.id)
        placements = [_placement(f"itemIds.{place}", value) for place, value in enumerate(input.item_ids)]
        await collections.set_items(info.context.viewer, row_id, placements, expected_version=input.expected_version)
        return CollectionPayload.of(row_id)

    @mutation("Place one more item in a collection. It may be an article that is not public: it shows when it is.")
    async def pin_item(
        self,
        info: Info,
        input: Annotated[PlaceItemInput, argument("What, and where.")],  # noqa: A002
    ) -> CollectionResult:
        """Place an item."""
        row_id, item = number("Collection", "id", input.id), _placement("itemId", input.item_id)
        await collections.pin(
            info.context.viewer, row_id, item, position=input.position, expected_version=input.expected_version
        )
        return CollectionPayload.of(row_id)

    @mutation("Put an item of a collection at another place.")
    async def move_item(
        self,
        info: Info,
        input: Annotated[PlaceItemInput, argument("What, and where to.")],  # noqa: A002
    ) -> CollectionResult:
        """Move an item."""
        row_id, item = number("Collection", "id", input.id), _placement("itemId", input.item_id)
        await collections.move_item(
            info.context.viewer, row_id, item, position=input.position, expected_version=input.expected_version
        )
        return CollectionPayload.of(row_id)

    @mutation("Take an item out of a collection.")
    async def unpin_item(
        self,
        info: Info,
        input: Annotated[UnpinItemInput, argument("What.")],  # noqa: A002
    ) -> CollectionResult:
        """Take an item out."""
        row_id, item = number("Collection", "id", input.id), _placement("itemId", input.item_id)
        await collections.unpin(info.context.viewer, row_id, item, expected_version=input.expected_version)
        return CollectionPayload.of(row_id)


def _placement(name: str, value: str) -> Placement:
    """What an id of an article or a reference places; a number that no row can have is one that none has.

    Raises:
        BadUserInput: it is the id of something else, or none.
    """
    if value.startswith("ref_"):
        return Placement(reference_id=row_number("Reference")(name, value) or 0)
    if value.startswith("art_"):
        return Placement(target_id=row_number("Article")(name, value) or 0)
    raise BadUserInput(name, "give the id of an article or of a reference, such as art_17 or ref_4")
