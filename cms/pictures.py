"""Pictures: checked and freed of their metadata when they come in, and made smaller for readers. For threads."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

from cms.renditions import Rendition, cut_size, shown_size
from cms.sniffing import Animation, jpeg_scans, read_gif, read_webp, refused, sniff
from cms.words import AssetType, RenditionFormat

# Our own limit is checked before anything is decoded; Pillow's would only warn.
Image.MAX_IMAGE_PIXELS = None

MOST_FRAMES = 1000
MOST_SCANS = 100
# All frames of an animation together, in pictures of the largest size.
MOST_FRAME_AREA = 4
# All frames of a moving rendition together, in pixels: some seconds of a core, and up to four bytes of memory for each.
MOST_MOVING_AREA = 20_000_000
DEFAULT_FRAME_MS = 100  # what browsers take where a file says nothing
_ORIENTATION, _ARTIST, _COPYRIGHT = 0x0112, 0x013B, 0x8298
# What Pillow would otherwise write again, comments and XMP among it, is left behind.
_KEPT_INFO = frozenset({"icc_profile", "transparency", "adobe", "adobe_transform", "gamma"})
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, ImageCms.PyCMSError)


@dataclass(frozen=True)
class Prepared:
    """What is kept of an uploaded file, and what it told: its size in pixels, who made it, whose it is."""

    type: AssetType
    width: int | None = None
    height: int | None = None
    is_animated: bool = False
    credit: str = ""
    rights: str = ""


def prepare(source: Path, target: Path, most_pixels: int) -> Prepared:
    """Write what is kept of a file: the picture, turned upright, without metadata but who made it and whose it is.

    Raises:
        ValidationFailed: it is of no type that is taken, too large in pixels, cut off or damaged.
    """
    asset_type = sniff(source)
    if asset_type is AssetType.PDF:
        target.write_bytes(source.read_bytes())
        return Prepared(asset_type)
    try:
        return _prepared(source, target, asset_type, most_pixels)
    except _DAMAGED as error:
        raise refused(f"the file begins like {asset_type}, but cannot be read; it is cut off or damaged") from error


def _prepared(source: Path, target: Path, asset_type: AssetType, most_pixels: int) -> Prepared:
    animation = None
    if asset_type in {AssetType.GIF, AssetType.WEBP}:
        # These are measured by ourselves: Pillow takes memory for them when it opens them.
        read = read_gif if asset_type is AssetType.GIF else read_webp
        animation = read(source.read_bytes())
        _check_size(animation.width, animation.height, most_pixels)
        _check_frames(animation, most_pixels)
    if asset_type is AssetType.JPEG and (count := jpeg_scans(source.read_bytes())) > MOST_SCANS:
        raise refused(f"the picture is made of {count} scans; at most {MOST_SCANS} are taken")
    with Image.open(source, formats=[asset_type.value]) as image:
        _check_size(image.width, image.height, most_pixels)
        image.load()
        exif = image.getexif()
        credit, rights = _told(exif.get(_ARTIST), 300), _told(exif.get(_COPYRIGHT), 1000)
        if animation is not None and (asset_type is AssetType.GIF or exif.get(_ORIENTATION, 1) == 1):
            _read_all_frames(image, animation)
            target.write_bytes(animation.data)
            is_animated = animation.frame_count > 1
            return Prepared(asset_type, animation.width, animation.height, is_animated, credit, rights)
        upright = ImageOps.exif_transpose(image)
        upright.info = {name: value for name, value in upright.info.items() if name in _KEPT_INFO}
        upright.save(target, asset_type.value, **_options(image, asset_type), exif=_kept_exif(exif))
        return Prepared(asset_type, upright.width, upright.height, credit=credit, rights=rights)


def _check_size(width: int, height: int, most_pixels: int) -> None:
    if width * height > most_pixels:
        most = most_pixels / 1_000_000
        raise refused(f"the picture has {width} × {height} pixels; at most {most:g} million are taken")


def _check_frames(animation: Animation, most_pixels: int) -> None:
    if animation.frame_count == 1:
        return
    area = animation.width * animation.height * animation.frame_count
    if animation.frame_count > MOST_FRAMES or area > most_pixels * MOST_FRAME_AREA:
        raise refused(
            f"the animation has {animation.frame_count} frames of {animation.width} × {animation.height} pixels;"
            f" at most {MOST_FRAMES} frames, and {most_pixels * MOST_FRAME_AREA / 1_000_000:g} million pixels in all"
            " of them, are taken"
        )


def _read_all_frames(image: Image.Image, animation: Animation) -> None:
    """Read what is kept from its beginning to its end, so that what is served can be shown."""
    with Image.open(io.BytesIO(animation.data), formats=[image.format or ""]) as again:
        for frame in range(animation.frame_count):
            again.seek(frame)
            again.load()


def _told(value: object, longest: int) -> str:
    """A text of the metadata; many cameras fill it up with blanks or NUL.

    EXIF knows ASCII alone, but UTF-8 is what is written; Pillow reads it as Latin-1.
    """
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value or "")
    with contextlib.suppress(UnicodeError):  # then it is what it seems
        text = text.encode("latin-1").decode("utf-8")
    return "".join(character for character in text if character.isprintable()).strip()[:longest].strip()


def _kept_exif(exif: Image.Exif) -> bytes:
    kept = Image.Exif()
    for tag in (_ARTIST, _COPYRIGHT):
        if value := _told(exif.get(tag), 1000):
            kept[tag] = value.encode()
    return kept.tobytes() if len(kept) else b""


def _options(image: Image.Image, asset_type: AssetType) -> dict[str, object]:
    """How a picture is written again so that nobody sees a difference."""
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        sampling = JpegImagePlugin.get_sampling(image)
        tables = {"qtables": image.quantization, "subsampling": max(sampling, 0)}
        return {"optimize": True, "progressive": True} | tables
    if asset_type is AssetType.AVIF:
        return {"quality": 85, "speed": 7}
    return {"quality": 90, "method": 4} if asset_type is AssetType.WEBP else {}


def render(
    source: Path, target: Path, asset_type: AssetType, rendition: Rendition, focal_point: tuple[int, int]
) -> None:
    """Write a rendition of a kept picture; of an animation it moves, if it is a WebP and not too much work.

    Raises:
        ValueError: the picture has no rendition of that size.
    """
    with Image.open(source, formats=[asset_type.value]) as image:
        size = shown_size(image.width, image.height, rendition)
        if size is None:
            raise ValueError(rendition.name)
        box = _box(image.width, image.height, rendition, focal_point)
        frame_count = getattr(image, "n_frames", 1)
        moves = rendition.format is RenditionFormat.WEBP and 1 < frame_count <= MOST_MOVING_AREA // (size[0] * size[1])
        if moves:
            _write_moving(image, target, frame_count, size, box)
            return
        whole = image.width
        # A JPEG is decoded in an eighth, a quarter or a half of its size where that is enough.
        image.draft(None, (size[0] * whole // (box[2] - box[0]) * 2, size[1] * whole // (box[2] - box[0]) * 2))
        scale = image.width / whole
        image.load()
        shown = _in_colours_of_screens(image)
        left, top, right, bottom = (edge * scale for edge in box)
        shown = shown.resize(size, Image.Resampling.LANCZOS, box=(left, top, right, bottom))
    _write(shown, target, rendition.format)


def _write_moving(
    image: Image.Image, target: Path, frame_count: int, size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    frames, durations = [], []
    for number in range(frame_count):
        image.seek(number)
        image.load()
        frames.append(_in_colours_of_screens(image).resize(size, Image.Resampling.LANCZOS, box=box))
        frames[-1].info = {}
        durations.append(int(image.info.get("duration") or DEFAULT_FRAME_MS))
    loop = int(image.info.get("loop", 0))
    options: dict[str, Any] = {"append_images": frames[1:], "duration": durations, "loop": loop}
    frames[0].save(target, "WEBP", save_all=True, quality=75, method=2, **options)


def _box(width: int, height: int, rendition: Rendition, focal_point: tuple[int, int]) -> tuple[int, int, int, int]:
    """What is cut out: around the focal point, as far as the edges allow."""
    across, down = cut_size(width, height, rendition.crop)
    left = min(max(0, width * focal_point[0] // 100 - across // 2), width - across)
    top = min(max(0, height * focal_point[1] // 100 - down // 2), height - down)
    return left, top, left + across, top + down


def _in_colours_of_screens(image: Image.Image) -> Image.Image:
    """The picture in sRGB, with its transparency if it has any."""
    has_alpha = image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info
    mode = "RGBA" if has_alpha else "RGB"
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None  # a profile that says nothing of use; the colours are taken as they are
        image = converted or image
    return image.convert(mode)


def _write(image: Image.Image, target: Path, form: RenditionFormat) -> None:
    image.info = {}
    if form is RenditionFormat.JPEG:
        if image.mode == "RGBA":
            ground = Image.new("RGB", image.size, "white")
            ground.paste(image, mask=image.getchannel("A"))
            image = ground
        image.save(target, "JPEG", quality=82, optimize=True, progressive=True)
    elif form is RenditionFormat.AVIF:
        image.save(target, "AVIF", quality=60, speed=8, max_threads=1)
    else:
        image.save(target, "WEBP", quality=80, method=4)
