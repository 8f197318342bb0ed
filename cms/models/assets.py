"""Pictures and other files that articles show, and which revisions show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tortoise import fields
from tortoise.fields import CASCADE, SET_NULL
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between, filled, one_of
from cms.models.fields import KeyField, UTCDateTimeField
from cms.words import AssetType

if TYPE_CHECKING:
    from cms.models.newsroom import Revision
    from cms.models.users import User


class Asset(Model):
    """A file and what is told of it.

    `sha256` is that of the bytes as they were uploaded, by which the same file is known again; what is kept is without
    their metadata. `storage_key` is its name in the store, `url_key` the signed part of its addresses
    (cms/renditions.py). Width and height are empty where there is nothing to see. The focal point is in percent.
    """

    id = fields.IntField(primary_key=True)
    sha256 = KeyField(64, unique=True)
    storage_key = KeyField(60, unique=True)
    url_key = KeyField(60)
    type = fields.CharField(10)
    size_bytes = fields.IntField()
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    is_animated = fields.BooleanField(default=False)
    name = fields.CharField(200)
    title = fields.CharField(300, default="")
    alt = fields.CharField(1000, default="")
    caption = fields.CharField(2000, default="")
    credit = fields.CharField(300, default="")
    rights = fields.CharField(1000, default="")
    words = fields.TextField()  # what it is searched by, folded
    expires_at = UTCDateTimeField(null=True)
    focal_x = fields.IntField(default=50)
    focal_y = fields.IntField(default=50)
    created_at = UTCDateTimeField()
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="assets", null=True, on_delete=SET_NULL, db_index=True
    )
    version = fields.IntField(default=1)
    user_id: int | None

    class Meta:
        table = "asset"
        indexes: ClassVar = [Index(fields=("created_at", "id"), name="ix_asset_created")]
        constraints: ClassVar = [
            one_of("asset", "type", AssetType),
            filled("asset", "name"),
            between("asset", "size_bytes", 1),
            between("asset", "width", 1),
            between("asset", "height", 1),
            between("asset", "focal_x", 0, 100),
            between("asset", "focal_y", 0, 100),
        ]


class FormerFile(Model):
    """The bytes that an asset had before they were replaced, by which its former addresses are known."""

    id = fields.IntField(primary_key=True)
    asset: fields.ForeignKeyRelation[Asset] = fields.ForeignKeyField(
        "models.Asset", related_name="former_files", on_delete=CASCADE
    )
    sha256 = KeyField(64)
    asset_id: int

    class Meta:
        table = "former_file"
        unique_together = (("asset_id", "sha256"),)


class AssetUse(Model):
    """A revision shows an asset: as its picture, in its body, or as a file to download."""

    id = fields.IntField(primary_key=True)
    asset: fields.ForeignKeyRelation[Asset] = fields.ForeignKeyField(
        "models.Asset", related_name="uses", on_delete=CASCADE
    )
    revision: fields.ForeignKeyRelation[Revision] = fields.ForeignKeyField(
        "models.Revision", related_name="asset_uses", on_delete=CASCADE, db_index=True
    )
    asset_id: int
    revision_id: int

    class Meta:
        table = "asset_use"
        unique_together = (("asset_id", "revision_id"),)


class SiteKey(Model):
    """A secret of the site that all its processes share."""

    name = KeyField(40, primary_key=True)
    value = fields.CharField(64)

    class Meta:
        table = "site_key"
