"""A picture as readers get it: its addresses in several sizes, written by the statement itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import strawberry

from cms.renditions import CROP_ROWS, EXTENSIONS, MEDIA_TYPES, STEP_ROWS
from cms.words import AssetType
from schema.describe import Argument, Key, Order, Rows, SQLType, column, many
from schema.enums import Crop, RenditionFormat


def _by_type(texts: dict[AssetType, str]) -> str:
    return "CASE {t}.type " + " ".join(f"WHEN '{one.value}' THEN '{text}'" for one, text in texts.items()) + " END"


ORIGINAL_URL = "@assets||'/assets/'||{t}.id||'/'||{t}.url_key||'/original.'||" + _by_type(EXTENSIONS)
MEDIA_TYPE = _by_type(MEDIA_TYPES)

# As cms.renditions.cut_size and shown_size tell: every step that is no wider than the cut, and the next one.
_CUT = (
    "SELECT i.id,i.url_key,s.step,c.shape,c.across AS ratio_across,c.down AS ratio_down,i.height,"
    "CASE WHEN c.across=0 OR i.width<i.height*c.across/c.down THEN i.width"
    " WHEN i.height*c.across/c.down<1 THEN 1 ELSE i.height*c.across/c.down END AS cut_across"
    f" FROM asset i CROSS JOIN {STEP_ROWS} s CROSS JOIN {CROP_ROWS} c"
    " WHERE i.id={key} AND i.width IS NOT NULL AND c.crop={crop_1}"
)
# No crop has a ratio of 0:0, by which SQLite would divide to NULL and PostgreSQL refuse.
_CUT = _CUT.replace("c.across/c.down", "c.across/CASE WHEN c.down=0 THEN 1 ELSE c.down END")
_CUT_DOWN = (
    "CASE WHEN q.ratio_across=0 THEN q.height ELSE (q.cut_across*q.ratio_down+q.ratio_across/2)"
    "/CASE WHEN q.ratio_across=0 THEN 1 ELSE q.ratio_across END END"
)
_SIZED = (
    "SELECT q.id,q.url_key,q.step,q.shape,q.cut_across,"
    f"CASE WHEN {_CUT_DOWN}>q.height THEN q.height WHEN {_CUT_DOWN}<1 THEN 1 ELSE {_CUT_DOWN} END AS cut_down,"
    f"CASE WHEN q.step<q.cut_across THEN q.step ELSE q.cut_across END AS width FROM ({_CUT}) q"
    f" WHERE NOT EXISTS(SELECT 1 FROM {STEP_ROWS} b WHERE b.step>=q.cut_across AND b.step<q.step)"
)
_FORMAT_ENDING = "CASE {format_1} WHEN 'WEBP' THEN 'webp' WHEN 'AVIF' THEN 'avif' ELSE 'jpg' END"
RENDITIONS = Rows(
    "(SELECT z.step AS place,z.width,"
    "CASE WHEN (z.width*z.cut_down+z.cut_across/2)/z.cut_across<1 THEN 1"
    " ELSE (z.width*z.cut_down+z.cut_across/2)/z.cut_across END AS height,"
    "@assets||'/assets/'||z.id||'/'||z.url_key||'/'||z.shape||z.step||'.'||"
    + _FORMAT_ENDING
    + f" AS url FROM ({_SIZED}) z"
    " ORDER BY 1 LIMIT {limit})",
    key="{p}.id",
)
_AS_IT_IS: tuple[tuple[SQLType, Callable[[str, Any], object]], ...] = (("text", lambda _name, value: value),)
BY_STEP = Order("WIDTH", (Key("{t}.place", "int"),))

_SHOWN = "i.id,i.url_key,i.type,i.alt,i.credit,i.width,i.height,i.focal_x,i.focal_y"
IMAGE_OF_ARTICLE = Rows(
    f"(SELECT {_SHOWN},coalesce(nullif(a.image_caption,''),i.caption) AS caption"
    " FROM article a JOIN asset i ON i.id=a.image_id WHERE a.id={key} AND i.width IS NOT NULL)",
    key="{p}.id",
)
IMAGE_OF_REVISION = Rows(
    f"(SELECT {_SHOWN},coalesce(nullif(r.snapshot->'article'->>'image_caption',''),i.caption) AS caption"
    " FROM revision r JOIN asset i ON i.id=CAST(r.snapshot->'article'->>'image_id' AS INTEGER)"
    " WHERE r.id={key} AND i.width IS NOT NULL)",
    key="{p}.id",
)


@strawberry.type(description="A picture in one size, shape and format.")
class Rendition:
    """A rendition."""

    url: str = column("Its address. What it gives never changes; it leads on once the file was replaced.")
    width: int = column("Its width in pixels.")
    height: int = column("Its height in pixels.")


def renditions() -> object:
    """The field for the sizes of a picture; its row has the asset's id."""
    return many(
        RENDITIONS,
        BY_STEP,
        "The picture in its sizes, the smallest first, for `srcset`: 160, 320, 480, 640, 960, 1280, 1920 and 2560"
        " pixels wide, as far as it goes. It is never made larger. Of an animation, WebP moves as long as that is not"
        " too large; the others show the first frame.",
        typical=8,
        format=Argument(RenditionFormat, "As what.", default=RenditionFormat.WEBP, parts=_AS_IT_IS),
        crop=Argument(Crop, "In which shape.", default=Crop.NONE, parts=_AS_IT_IS),
    )


@strawberry.type(description="A picture that stands for an article.")
class Image:
    """An image."""

    id: strawberry.ID = column("The id of the asset, of the form ast_17.")
    url: str = column(
        "The address of the whole picture. What it gives never changes; it leads on once the file was replaced.",
        ORIGINAL_URL,
    )
    media_type: str = column("The type of the file at `url`, such as image/jpeg.", MEDIA_TYPE)
    alt: str = column("What it shows, for those who cannot see it, or empty.")
    caption: str = column("What stands under it, or empty.")
    credit: str = column("Who made it, as it has to be shown, or empty.")
    width: int = column("The width of the whole picture in pixels.")
    height: int = column("The height of the whole picture in pixels.")
    focal_x: int = column("Where the eye shall rest, in percent from the left.")
    focal_y: int = column("Where the eye shall rest, in percent from the top.")
    renditions: list[Rendition] = renditions()  # type: ignore[assignment] # a field
