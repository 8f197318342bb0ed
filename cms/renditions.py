"""The addresses of assets, and the sizes and shapes that a picture can be had in.

An address has a key: the focal point, and a signature (HMAC-SHA256) over it and the bytes of the file. What follows the
key is one of a small closed set, so nobody can make the server compute more than that for a picture, and nobody can
guess the address of a picture that was not shown to him. The key is a column, so a statement builds addresses itself.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass, replace

from cms.words import AssetType, Crop, RenditionFormat

STEPS = (160, 320, 480, 640, 960, 1280, 1920, 2560)
RATIOS: dict[Crop, tuple[int, int]] = {
    Crop.NONE: (0, 0),
    Crop.SQUARE: (1, 1),
    Crop.FOUR_BY_THREE: (4, 3),
    Crop.THREE_BY_TWO: (3, 2),
    Crop.SIXTEEN_BY_NINE: (16, 9),
}
ENDINGS = {RenditionFormat.WEBP: "webp", RenditionFormat.AVIF: "avif", RenditionFormat.JPEG: "jpg"}
TYPES = {
    RenditionFormat.WEBP: AssetType.WEBP,
    RenditionFormat.AVIF: AssetType.AVIF,
    RenditionFormat.JPEG: AssetType.JPEG,
}
MEDIA_TYPES = {
    AssetType.JPEG: "image/jpeg",
    AssetType.PNG: "image/png",
    AssetType.GIF: "image/gif",
    AssetType.WEBP: "image/webp",
    AssetType.AVIF: "image/avif",
    AssetType.PDF: "application/pdf",
}
EXTENSIONS = {
    AssetType.JPEG: "jpg",
    AssetType.PNG: "png",
    AssetType.GIF: "gif",
    AssetType.WEBP: "webp",
    AssetType.AVIF: "avif",
    AssetType.PDF: "pdf",
}
KEY = re.compile(r"(0|[1-9]\d?|100)-(0|[1-9]\d?|100)-([0-9a-f]{32})", re.ASCII)
# What stands in an address of ours, in a body: the number of the asset.
ASSET_ADDRESS = re.compile(r'(?:src|href)="(?:https?://[^"<>]+?)?/assets/([1-9]\d{0,9})/[0-9a-f-]{36,40}/', re.ASCII)

_NAME = re.compile(r"(?:(\d{1,2})x(\d{1,2})-)?([1-9]\d{2,3})\.(webp|avif|jpg)", re.ASCII)
_CROPS = {ratio: crop for crop, ratio in RATIOS.items() if crop is not Crop.NONE}
_FORMATS = {ending: form for form, ending in ENDINGS.items()}


@dataclass(frozen=True)
class Rendition:
    """One of the forms of a picture. `width` is one of STEPS; a smaller picture is not made larger."""

    width: int
    format: RenditionFormat
    crop: Crop = Crop.NONE

    @property
    def name(self) -> str:
        """The last part of its address, such as 16x9-640.webp."""
        across, down = RATIOS[self.crop]
        shape = f"{across}x{down}-" if across else ""
        return f"{shape}{self.width}.{ENDINGS[self.format]}"


def url_key(secret: bytes, sha256: str, focal_x: int, focal_y: int) -> str:
    """The key in the addresses of a picture with this focal point, in percent."""
    point = f"{focal_x}-{focal_y}"
    signature = hmac.digest(secret, f"asset:{sha256}:{point}".encode(), "sha256").hex()[:32]
    return f"{point}-{signature}"


def focal_point(secret: bytes, sha256: str, key: str) -> tuple[int, int] | None:
    """The focal point in a key; None if we did not sign it."""
    match = KEY.fullmatch(key)
    if match is None:
        return None
    focal_x, focal_y = int(match[1]), int(match[2])
    return (focal_x, focal_y) if hmac.compare_digest(url_key(secret, sha256, focal_x, focal_y), key) else None


def read_name(name: str) -> Rendition | None:
    """The rendition that the last part of an address names; None if there is none of that name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    crop = _CROPS.get((int(match[1]), int(match[2]))) if match[1] else Crop.NONE
    width = int(match[3])
    if crop is None or width not in STEPS:
        return None
    rendition = Rendition(width, _FORMATS[match[4]], crop)
    return rendition if rendition.name == name else None


def cut_size(width: int, height: int, crop: Crop) -> tuple[int, int]:
    """The width and height of what is cut out of a picture."""
    across, down = RATIOS[crop]
    if not across:
        return width, height
    cut = min(width, max(1, height * across // down))
    return cut, min(height, max(1, (cut * down + across // 2) // across))


def shown_size(width: int, height: int, rendition: Rendition) -> tuple[int, int] | None:
    """The size of a rendition of a picture; None where that is not one of those it has.

    It has every step that is no wider than what is cut out, and the next one, in which it is shown as wide as it is.
    """
    across, down = cut_size(width, height, rendition.crop)
    if any(across <= step < rendition.width for step in STEPS):
        return None
    shown = min(rendition.width, across)
    return shown, max(1, (shown * down + across // 2) // across)


def nearest(width: int, height: int, rendition: Rendition) -> Rendition:
    """The rendition of a picture that is most like one of another picture."""
    across, _down = cut_size(width, height, rendition.crop)
    most = next((step for step in STEPS if step >= across), STEPS[-1])
    return replace(rendition, width=min(rendition.width, most))


# The same as rows, for the statement that lists them: `s.step`, and `c.across`, `c.down` of the crop.
STEP_ROWS = "(" + " UNION ALL ".join(f"SELECT {step} AS step" for step in STEPS) + ")"
CROP_ROWS = (
    "("
    + " UNION ALL ".join(
        f"SELECT '{crop.value}' AS crop,{across} AS across,{down} AS down,"
        f"'{f'{across}x{down}-' if across else ''}' AS shape"
        for crop, (across, down) in RATIOS.items()
    )
    + ")"
)
