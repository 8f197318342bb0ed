"""Files made for tests: real pictures of every format, and hostile ones."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

ARTIST, COPYRIGHT, ORIENTATION, GPS = 0x013B, 0x8298, 0x0112, 0x8825


def picture(form: str = "JPEG", size: tuple[int, int] = (800, 600), **options: Any) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    return written(image, form, **options)


def written(image: Image.Image, form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def animation(form: str, frames: int = 3) -> bytes:
    """An animated picture."""
    images = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue", "white")[:frames]]
    return written(images[0], form, save_all=True, append_images=images[1:], duration=100, loop=0)


def located(**more: Any) -> Image.Exif:
    """Metadata that say where a picture was taken, by whom, and which side is up."""
    exif = Image.Exif()
    exif[ORIENTATION] = more.get("orientation", 6)
    exif[ARTIST] = "李华".encode()
    exif[COPYRIGHT] = "© 日报".encode()
    place = exif.get_ifd(GPS)
    place[1], place[2], place[3], place[4] = "N", (39.0, 54.0, 20.0), "E", (116.0, 23.0, 29.0)
    return exif


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
