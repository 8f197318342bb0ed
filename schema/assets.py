"""Assets, for editors: all of them, bringing one in, describing and deleting it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Annotated, Any

import strawberry

from cms import assets
from cms.asset_endpoints import take_replacement, take_upload
from cms.asset_uses import USING_DRAFTS
from cms.permissions import Permission
from schema.colleagues import Colleague
from schema.connection import Connection
from schema.describe import Argument, Key, Order, Row, Rows, column, connection, many, one
from schema.enums import AssetType
from schema.ids import private_id, private_row
from schema.newsroom import SEES, Draft, colleague
from schema.orders import ID as BY_ID
from schema.pictures import MEDIA_TYPE, ORIGINAL_URL, Rendition, renditions
from schema.results import Forbidden, NotFound, ValidationFailed, VersionConflict, mutation
from schema.scalars import Upload
from schema.vocabulary import ID, VERSION, DeleteInput, DeletePayload, Info, argument
from schema.where import (
    AllOf,
    Among,
    AnyOf,
    DateTimeFilter,
    Not,
    Operators,
    Test,
    Truth,
    condition,
    containing,
    user_number,
)

# What somebody may not see is not counted either.
_SEES_DRAFT = SEES.replace("{t}", "w")
_USED_IN = f"{{t}}.id IN ({USING_DRAFTS})"
BY_DRAFT = Order("DRAFT", (Key("{t}.id", "int"),), descending=True)


def asset_number(name: str, value: str) -> int:
    """The row number in an asset's id."""
    return private_row("Asset", name, value)


@strawberry.enum(description="In which order assets come; ties are broken by id, the same way.")
class AssetOrder(Enum):
    """Orders of assets."""

    NEWEST = strawberry.enum_value(
        Order("NEWEST_ASSETS", (Key("{t}.created_at", "time"), BY_ID), descending=True),
        description="The latest brought in first.",
    )
    OLDEST = strawberry.enum_value(
        Order("OLDEST_ASSETS", (Key("{t}.created_at", "time"), BY_ID)), description="The latest brought in last."
    )
    LARGEST = strawberry.enum_value(
        Order("LARGEST_ASSETS", (Key("{t}.size_bytes", "int"), BY_ID), descending=True),
        description="The largest files first.",
    )


@strawberry.input(description="Which assets. All given fields must hold; an empty filter holds for all.")
class AssetWhere:
    """A filter on assets."""

    types: list[AssetType] | None = condition(Among("{t}.type"), "Of one of these types.")
    is_image: bool | None = condition(Truth("{t}.width IS NOT NULL"), "Whether it is a picture.")
    uploader_id: strawberry.ID | None = condition(
        Test("{t}.user_id = {value}", "int", user_number), "Brought in by this user."
    )
    is_used: bool | None = condition(
        Truth(
            "EXISTS(SELECT 1 FROM asset_use v JOIN revision r ON r.id=v.revision_id JOIN draft w ON w.id=r.draft_id"
            f" WHERE v.asset_id={{t}}.id AND {_SEES_DRAFT})"
        ),
        "Whether any revision of a draft that the viewer may see shows it, old ones included.",
    )
    is_expired: bool | None = condition(
        Truth("({t}.expires_at IS NOT NULL AND {t}.expires_at<=@now)"), "Whether the rights to it have ended."
    )
    expires_at: DateTimeFilter | None = condition(Operators("{t}.expires_at", "time"), "When the rights to it end.")
    created_at: DateTimeFilter | None = condition(Operators("{t}.created_at", "time"), "When it was brought in.")
    and_: list[AssetWhere] | None = condition(AllOf(), "All of these hold.", name="and")
    or_: list[AssetWhere] | None = condition(AnyOf(), "At least one of these holds.", name="or")
    not_: AssetWhere | None = condition(Not(), "This does not hold.", name="not")


@strawberry.type(description="A picture or another file, with what is told of it.")
class Asset:
    """An asset."""

    id: strawberry.ID = column("The id, of the form ast_17.")
    url: str = column(
        "Its address: put it into the `src` of an image in a body. What it gives never changes; once the file was"
        " replaced, it leads to the new one.",
        ORIGINAL_URL,
    )
    name: str = column("What the file was called.")
    title: str = column("A name for the library, or empty.")
    type: AssetType = column("What sort of file it is, as its bytes tell.")
    media_type: str = column("Its media type, such as image/jpeg.", MEDIA_TYPE)
    size_bytes: int = column("How many bytes are kept.")
    width: int | None = column("The width in pixels; null for what is no picture.")
    height: int | None = column("The height in pixels; null for what is no picture.")
    is_animated: bool = column("Whether it moves.")
    sha256: str = column("The SHA-256 of the file as it was brought in, in hexadecimal.")
    alt: str = column("What it shows, for those who cannot see it, or empty.")
    caption: str = column("What stands under it where an article says nothing else, or empty.")
    credit: str = column("Who made it, as it has to be shown, or empty.")
    rights: str = column("What was agreed on its use, or empty; for editors alone.")
    expires_at: datetime | None = column("When the rights to it end; null for never.")
    focal_x: int = column("Where the eye shall rest, in percent from the left.")
    focal_y: int = column("Where the eye shall rest, in percent from the top.")
    created_at: datetime = column("When it was brought in.")
    uploader: Colleague | None = colleague("user_id", "Who brought it in; null for a deleted user.")
    version: int = column("Grows with every change; give it back as `expectedVersion`.")
    renditions: list[Rendition] = renditions()  # type: ignore[assignment] # a field
    use_count: int = column(
        "How many articles that the viewer may see show it in their newest, public or scheduled revision. As long as"
        " there are any, others included, it cannot be deleted.",
        f"(SELECT count(*) FROM draft w WHERE w.id IN ({USING_DRAFTS.replace('{key}', '{t}.id')}) AND {_SEES_DRAFT})",
    )
    used_by: list[Draft] = many(
        Rows("draft", f"{_USED_IN} AND {SEES}", key="{p}.id"),
        BY_DRAFT,
        "The articles that show it, as far as the viewer may see them, the latest made first; 100 at most.",
    )


@strawberry.input(description="Changes of an asset. What is left out stays; null or an empty text clears.")
class UpdateAssetInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    name: str | None = strawberry.field(default=strawberry.UNSET, description="What the file is called.")
    title: str | None = strawberry.field(default=strawberry.UNSET, description="A name for the library.")
    alt: str | None = strawberry.field(default=strawberry.UNSET, description="What it shows: 1,000 characters at most.")
    caption: str | None = strawberry.field(default=strawberry.UNSET, description="What stands under it.")
    credit: str | None = strawberry.field(default=strawberry.UNSET, description="Who made it.")
    rights: str | None = strawberry.field(default=strawberry.UNSET, description="What was agreed on its use.")
    expires_at: datetime | None = strawberry.field(
        default=strawberry.UNSET, description="When the rights to it end; null for never."
    )
    focal_x: int | None = strawberry.field(
        default=strawberry.UNSET, description="Where the eye shall rest: 0 to 100 percent from the left."
    )
    focal_y: int | None = strawberry.field(
        default=strawberry.UNSET, description="Where the eye shall rest: 0 to 100 percent from the top."
    )

    def values(self) -> dict[str, Any]:
        """What is given, as the operation takes it."""
        given = {name: value for name, value in vars(self).items() if value is not strawberry.UNSET}
        cleared: dict[str, Any] = {"focal_x": 50, "focal_y": 50, "expires_at": None}
        return {
            name: cleared.get(name, "") if value is None else value
            for name, value in given.items()
            if name not in {"id", "expected_version"}
        }


@strawberry.type(description="The asset as it is now.")
class AssetPayload:
    """A payload."""

    asset: Asset = strawberry.field(description="The asset.")

    @classmethod
    def of(cls, row_id: int) -> AssetPayload:
        """The payload of a row."""
        return cls(asset=Row("asset", row_id))  # type: ignore[arg-type] # read when it is selected


@strawberry.type(description="The file that was brought in.")
class UploadAssetPayload:
    """A payload."""

    asset: Asset = strawberry.field(description="The asset.")
    is_new: bool = strawberry.field(
        description="Whether it is new. The very same file again is the asset that it is already, which stays as it is."
    )


AssetResult = Annotated[
    AssetPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("AssetResult", description="The asset, or why nothing was done."),
]
ReplaceAssetResult = Annotated[
    AssetPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("ReplaceAssetResult", description="The asset, or why the file was not taken."),
]
UploadAssetResult = Annotated[
    UploadAssetPayload | ValidationFailed | Forbidden,
    strawberry.union("UploadAssetResult", description="The asset, or why the file was not taken."),
]

DeleteAssetResult = Annotated[
    DeletePayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("DeleteAssetResult", description="What was deleted, or why nothing was."),
]


@strawberry.type
class AssetQueries:
    """The library."""

    asset: Asset | None = one(
        Rows("asset"),
        "One asset by its id.",
        permission=Permission.WRITE,
        id=Argument(strawberry.ID, "Its id, such as ast_17.", "{t}.id={value}", asset_number, "int"),
    )
    assets: Connection[Asset] | None = connection(
        Rows("asset"),
        AssetOrder,
        "All assets.",
        permission=Permission.WRITE,
        where=AssetWhere,
        default_order=AssetOrder.NEWEST,
        search=Argument(
            str | None,
            "Only those with this somewhere in their name, title, alt text, caption, credit or rights; width and case"
            " of letters do not matter.",
            "{t}.words LIKE {value} ESCAPE '!'",
            convert=containing,
        ),
    )


@strawberry.type
class AssetMutations:
    """What editors do to assets."""

    @mutation(
        "Bring a file in: a picture (JPEG, PNG, GIF, WebP, AVIF) or a PDF. Sent as a GraphQL multipart request;"
        " docs/assets.md tells how, and of `POST /assets`, which does the same.",
        takes_key=False,
    )
    async def upload_asset(
        self,
        info: Info,
        file: Annotated[Upload, argument("The file.")],
        title: Annotated[str | None, argument("A name for the library.")] = None,
        alt: Annotated[str | None, argument("What it shows.")] = None,
        caption: Annotated[str | None, argument("What stands under it.")] = None,
        credit: Annotated[str | None, argument("Who made it; what the file tells if not given.")] = None,
        rights: Annotated[str | None, argument("What was agreed on its use; what the file tells if not given.")] = None,
    ) -> UploadAssetResult:
        """Take one in."""
        told = {"title": title, "alt": alt, "caption": caption, "credit": credit, "rights": rights}
        given = {name: value for name, value in told.items() if value is not None}
        uploaded = await take_upload(info.context.viewer, info.context.library, file, given)
        row: Any = Row("asset", uploaded.asset.id)
        return UploadAssetPayload(asset=row, is_new=uploaded.is_new)

    @mutation(
        "Change what is told of an asset: of the own ones, or with the permission EDIT of all. What readers see of one"
        " that an article shows which is public, or planned to go live, needs EDIT."
    )
    async def update_asset(
        self,
        info: Info,
        input: Annotated[UpdateAssetInput, argument("What changes.")],  # noqa: A002
    ) -> AssetResult:
        """Change one."""
        row_id, version = asset_number("id", input.id), input.expected_version
        await assets.update_asset(info.context.viewer, row_id, input.values(), expected_version=version)
        return AssetPayload.of(row_id)

    @mutation(
        "Put another file in the place of an asset's; what is told of it stays. Every article that shows it shows the"
        " new one: it has new addresses, and the former ones lead to them. A picture is replaced by a picture, a PDF by"
        " a PDF. Of the own ones that no article shows which is public or planned to go live, or with the permission"
        " EDIT of all. Sent as a GraphQL multipart request.",
        takes_key=False,
    )
    async def replace_asset(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument(ID)],  # noqa: A002
        expected_version: Annotated[int, argument(VERSION)],
        file: Annotated[Upload, argument("The new file.")],
    ) -> ReplaceAssetResult:
        """Replace one's file."""
        row_id = asset_number("id", id)
        await take_replacement(info.context.viewer, info.context.library, file, row_id, expected_version)
        return AssetPayload.of(row_id)

    @mutation(
        "Delete an asset that no article shows in its newest, public or scheduled revision: an own one, or with the"
        " permission EDIT any. Its addresses give nothing any more.",
        takes_key=False,
    )
    async def delete_asset(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteAssetResult:
        """Delete one."""
        row_id, version = asset_number("id", input.id), input.expected_version
        await assets.delete_asset(info.context.viewer, info.context.library, row_id, expected_version=version)
        return DeletePayload(id=strawberry.ID(private_id("Asset", row_id)))
