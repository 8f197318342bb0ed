"""What a file is by its own bytes, whatever it is called; and animated pictures without what they carry besides."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path

from cms.errors import FieldProblem, ValidationFailed
from cms.words import AssetType

_HEAD_BYTES = 1024
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
ALLOWED = "JPEG, PNG, GIF, WebP, AVIF or PDF"


def refused(message: str) -> ValidationFailed:
    """The refusal of a file."""
    return ValidationFailed(FieldProblem("file", message))


def sniff(path: Path) -> AssetType:
    """The type of a file, by its first bytes.

    Raises:
        ValidationFailed: it is none that is taken.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if found := _known(head):
        if found is AssetType.PDF:
            _check_pdf(path)
        return found
    if not head:
        raise refused("the file is empty")
    if b"<svg" in head.lower():
        raise refused("SVG is not taken, because it can carry scripts; save the picture as PNG or WebP")
    raise refused(f"the file is none of the types that are taken: {ALLOWED}")


def _known(head: bytes) -> AssetType | None:
    if head.startswith(b"\xff\xd8\xff"):
        return AssetType.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return AssetType.PNG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return AssetType.GIF
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return AssetType.WEBP
    if head[4:8] == b"ftyp" and _is_avif(head):
        return AssetType.AVIF
    return AssetType.PDF if head.startswith(b"%PDF-") else None


def _is_avif(head: bytes) -> bool:
    size = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[place : place + 4] for place in range(16, min(size, len(head)), 4))]
    return not _AVIF_BRANDS.isdisjoint(brands)


def _check_pdf(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _HEAD_BYTES))
        if b"%%EOF" not in file.read():
            raise refused("the PDF is cut off or damaged")


@dataclass(frozen=True)
class Animation:
    """An animated picture, or a still one of a format that may be: its bytes without metadata, its size and frames."""

    data: bytes
    width: int
    height: int
    frame_count: int


class _Cut(Exception):
    """The file ends where something should follow."""


def read_gif(data: bytes) -> Animation:
    """A GIF with nothing but its frames and how often they are repeated; whatever follows its end is left out.

    Raises:
        ValidationFailed: it is cut off or damaged.
    """
    try:
        return _Gif(data).read()
    except (IndexError, struct.error, _Cut) as error:
        raise refused("the GIF is cut off or damaged") from error


class _Gif:
    """Walks the blocks of a GIF (GIF89a, section 18 to 27)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0
        self.kept = bytearray()
        self.frame_count = 0

    def read(self) -> Animation:
        width, height, flags = struct.unpack_from("<HHB", self.data, 6)
        self._keep(13 + _table_size(flags))
        while (kind := self.data[self.place]) != 0x3B:
            if kind == 0x21:
                self._extension()
            elif kind == 0x2C:
                across, down = self._frame()
                width, height = max(width, across), max(height, down)
            else:
                raise _Cut
        if not self.frame_count:
            raise _Cut
        self.kept.append(0x3B)
        return Animation(bytes(self.kept), width, height, self.frame_count)

    def _keep(self, count: int) -> None:
        if self.place + count > len(self.data):
            raise _Cut
        self.kept += self.data[self.place : self.place + count]
        self.place += count

    def _blocks_end(self, start: int) -> int:
        """Where the data blocks that begin at a place are over."""
        while (size := self.data[start]) != 0:
            start += size + 1
        return start + 1

    def _extension(self) -> None:
        label = self.data[self.place + 1]
        end = self._blocks_end(self.place + 2)
        named = bytes(self.data[self.place + 3 : self.place + 14])
        # How a frame is shown, and how often all are; comments, texts and XMP go.
        if label == 0xF9 or (label == 0xFF and named in {b"NETSCAPE2.0", b"ANIMEXTS1.0"}):
            self._keep(end - self.place)
        else:
            self.place = end

    def _frame(self) -> tuple[int, int]:
        left, top, width, height, flags = struct.unpack_from("<HHHHB", self.data, self.place + 1)
        table = self.place + 10 + _table_size(flags)
        self._keep(self._blocks_end(table + 1) - self.place)
        self.frame_count += 1
        return left + width, top + height


def _table_size(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # the next marker; others belong to the scan
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9


def jpeg_scans(data: bytes) -> int:
    """In how many passes over the whole picture a JPEG is decoded; what is cut off or damaged counts as far as it goes.

    A progressive JPEG has about ten. A pass of nothing takes some bytes in the file and as long as any other, so a
    small file could keep a core busy for hours.
    """
    place, count = 2, 0
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == _END_OF_IMAGE:
            break
        if marker == 0xFF:  # fills up
            place += 1
            continue
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == _START_OF_SCAN:
            count += 1
            following = _AFTER_SCAN.search(data, place)
            place = following.start() if following else len(data)
    return count


_WEBP_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_HAS_METADATA = 0x08 | 0x04  # EXIF, XMP


def read_webp(data: bytes) -> Animation:
    """A WebP with nothing but its pictures and colours; whatever follows its end is left out.

    Raises:
        ValidationFailed: it is cut off or damaged.
    """
    try:
        return _webp(data)
    except (IndexError, struct.error, _Cut) as error:
        raise refused("the WebP is cut off or damaged") from error


def _webp(data: bytes) -> Animation:
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data):
        raise _Cut
    place, kept, size, frames = 12, bytearray(b"WEBP"), (0, 0), 0
    while place + 8 <= length + 8:
        name, (count,) = data[place : place + 4], struct.unpack_from("<I", data, place + 4)
        chunk = bytearray(data[place : place + 8 + count + count % 2])
        if len(chunk) < 8 + count:
            raise _Cut
        if name == b"VP8X":
            chunk[8] &= ~_HAS_METADATA
        size = size if size != (0, 0) else _webp_size(name, chunk)
        frames += name == b"ANMF"
        if name in _WEBP_KEPT:
            kept += chunk
        place += 8 + count + count % 2
    if size == (0, 0):
        raise _Cut
    return Animation(b"RIFF" + struct.pack("<I", len(kept)) + bytes(kept), *size, max(frames, 1))


def _webp_size(name: bytes, chunk: bytearray) -> tuple[int, int]:
    """The size that a chunk of a WebP tells; (0, 0) if it tells none."""
    if name == b"VP8X":
        return int.from_bytes(chunk[12:15], "little") + 1, int.from_bytes(chunk[15:18], "little") + 1
    if name == b"VP8 ":
        across, down = struct.unpack_from("<HH", chunk, 14)
        return across & 0x3FFF, down & 0x3FFF
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", chunk, 9)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0
