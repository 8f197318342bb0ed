"""What an article's picture is for readers, over rows in memory."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from tests.reference.rows import Rows

WIDTHS = (160, 320, 480, 640, 960, 1280, 1920, 2560)
SHAPES = {"NONE": "", "SQUARE": "1x1", "FOUR_BY_THREE": "4x3", "THREE_BY_TWO": "3x2", "SIXTEEN_BY_NINE": "16x9"}
ENDINGS = {"WEBP": "webp", "AVIF": "avif", "JPEG": "jpg"}


@dataclass(frozen=True)
class Sized:
    """A picture in one size."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture and the article that it stands for."""

    asset: Any
    article: Any

    @property
    def address(self) -> str:
        return f"/assets/{self.asset.id}/{self.asset.url_key}"

    @property
    def caption(self) -> str:
        return str(self.article.image_caption or self.asset.caption)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.asset, name)


def picture_of(rows: Rows, article: Any) -> Picture | None:
    asset = rows.by_id("Asset", article.image_id)
    return Picture(asset, article) if asset is not None and asset.width is not None else None


def sizes_of(picture: Picture, arguments: dict[str, Any]) -> list[Sized]:
    """Every width up to that of what is cut out of it, and the next one, in which it is no wider than that."""
    shape, ending = SHAPES[arguments["crop"]], ENDINGS[arguments["format"]]
    across, down = picture.width, picture.height
    if shape:
        ratio = Fraction(*(int(side) for side in shape.split("x")))
        across = min(across, max(1, floor(down * ratio)))
        down = min(down, max(1, floor(across / ratio + Fraction(1, 2))))
    smaller = [width for width in WIDTHS if width < across]
    names = WIDTHS[: len(smaller) + 1]
    begin = f"{picture.address}/{shape}-" if shape else f"{picture.address}/"
    return [
        Sized(f"{begin}{name}.{ending}", width, max(1, floor(Fraction(width * down, across) + Fraction(1, 2))))
        for name in names
        for width in [min(name, across)]
    ]
