"""Finding and reading what is to be imported: folders, files and standard input, one item at a time."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal

from cms.errors import ItemRefused
from cms.importers import jsonlines, portal
from cms.importers.decode import decode
from cms.importers.html import page
from cms.importers.html.charset import begins_as_html, decode_page
from cms.importers.item import ImportItem

Format = Literal["auto", "page", "html", "jsonl"]
LONGEST_LINE_BYTES = 16 * 1024 * 1024
LONGEST_PAGE_BYTES = 16 * 1024 * 1024
STDIN = "-"

MOST_NAMES = 5

_FORMATS: dict[str, Format] = {
    ".txt": "page",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
ENDINGS = tuple(_FORMATS)  # of the files that are read in a folder
_PAGES = frozenset(ending for ending, form in _FORMATS.items() if form != "jsonl")
_LINES = frozenset({".jsonl", ".ndjson"})
# What a shell has opened for us: standard input by its other name, and `<(command)`.
_HANDED_OVER = re.compile(r"/dev/(?:stdin|fd/\d+)")
_CHUNK_BYTES = 1024 * 1024
_SNIFFED_BYTES = 65_536
_BLANK = b" \t\r\n\xef\xbb\xbf"


@dataclass
class Tally:
    """What was passed over while reading folders, for the report.

    Attributes:
        skipped_files: how many files; a link to a folder is one too.
        skipped_names: the first five, each as its path below the folder; links say that they are one. Not escaped.
    """

    skipped_files: int = 0
    skipped_names: list[str] = field(default_factory=list)

    def pass_over(self, name: str) -> None:
        """Count a file, and remember its name if it is among the first."""
        self.skipped_files += 1
        if len(self.skipped_names) < MOST_NAMES:
            self.skipped_names.append(name)


def read_items(
    paths: Sequence[str], *, stdin: BinaryIO | None = None, form: Format = "auto", tally: Tally | None = None
) -> Iterator[ImportItem | ItemRefused]:
    """Every item of the paths in order, or why it cannot be one; reading goes on after a bad item.

    Memory does not grow with the number of items. A line or a page over 16 MiB is refused without being held.

    Args:
        paths: files, folders (read recursively in the order of their names; files with one of ENDINGS only, hidden
            ones left out, symbolic links not followed), or "-" for standard input. A pipe or a device is refused, for
            it might keep us waiting for ever, but not one that the shell has opened (`/dev/stdin`).
        stdin: what "-" reads; standard input if left out.
        form: how files and standard input are read; "auto" goes by the name and, where that says nothing, by whether
            the first character is "{". In folders the names decide.
        tally: counts the files of folders that were passed over.
    """
    for path in paths:
        if path == STDIN:
            yield from _read_stream(stdin or _open_stdin(), "stdin", form)
        elif Path(path).is_dir():
            yield from _read_folder(path, tally or Tally())
        else:
            yield from _read_file(path, form)


def count_items(paths: Sequence[str]) -> int | None:
    """About how many items `read_items` will give, for a progress bar; None if a stream is among the paths.

    A page is one item, a file of JSON lines as many as it has line breaks. Reads JSON lines at the disk's speed.
    """
    if any(path == STDIN or _HANDED_OVER.fullmatch(path) for path in paths):
        return None
    return sum(_count(file) for path in paths for file in (_walk(path, Tally(), []) if Path(path).is_dir() else [path]))


def _count(path: str) -> int:
    try:
        if not _is_regular(path):
            return 1
        with Path(path).open("rb") as file:
            if not _is_lines(path, file.peek(1)[:_SNIFFED_BYTES]):
                return 1
            return max(1, sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK_BYTES), b"")))
    except (OSError, ValueError):
        return 1  # its refusal is an item too


def _read_folder(folder: str, tally: Tally) -> Iterator[ImportItem | ItemRefused]:
    is_empty = True
    unreadable: list[OSError] = []
    for path in _walk(folder, tally, unreadable):
        is_empty = False
        yield from _read_file(path, "auto")
    for error in unreadable:
        yield ItemRefused(str(error.filename), "file", f"the folder cannot be read: {_why(error)}")
    if is_empty and not unreadable:
        reason = f"the folder holds none of {', '.join(ENDINGS)}; links are not followed"
        yield ItemRefused(folder, "file", reason)


def _walk(folder: str, tally: Tally, unreadable: list[OSError]) -> Iterator[str]:
    """The files of a folder that can be read, folder by folder, each sorted by name.

    Links are not followed: a folder from elsewhere could bring in any file of this machine with them.
    """
    for place, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if Path(place, name).is_symlink()]  # `os.walk` names them, no more
        for name in sorted([*files, *linked]):
            path = os.path.join(place, name)  # noqa: PTH118 - a Path would drop the "./" that the caller typed
            if name.startswith("."):
                continue
            is_link = Path(path).is_symlink()
            if not is_link and Path(path).suffix.lower() in ENDINGS and Path(path).is_file():
                yield path
            else:
                tally.pass_over(f"{Path(path).relative_to(folder)}{' (a link)' if is_link else ''}")


def _read_file(path: str, form: Format) -> Iterator[ImportItem | ItemRefused]:
    suffix = Path(path).suffix.lower()
    if form == "auto":
        form = _FORMATS.get(suffix, form)
    try:
        if not _is_regular(path) and not _HANDED_OVER.fullmatch(path):
            reason = "is neither a file nor a folder; what another program writes can be read from standard input (-)"
            yield ItemRefused(path, "file", reason)
            return
        with Path(path).open("rb") as file:
            yield from _read_stream(file, path, form)
    except FileNotFoundError:
        yield ItemRefused(path, "file", "there is no such file or folder")
    except (OSError, ValueError) as error:
        yield ItemRefused(path, "file", f"cannot be opened: {_why(error)}")


def _is_regular(path: str) -> bool:
    """Whether it is an ordinary file, or a link to one; opening anything else might wait for ever."""
    return stat.S_ISREG(Path(path).stat().st_mode)


def _open_stdin() -> BinaryIO:
    """Standard input with a buffer of its own.

    A process cannot end, but only abort, while a thread waits in the buffer of `sys.stdin` for more.
    """
    return io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False))


def _read_stream(stream: BinaryIO, label: str, form: Format) -> Iterator[ImportItem | ItemRefused]:
    try:
        if form == "auto":
            head = _read_up_to(stream, _SNIFFED_BYTES)
            stream = io.BufferedReader(_Replayed(head, stream))
            form = "jsonl" if _is_lines("", head) else "html" if _is_html(head) else "page"
        if form == "jsonl":
            yield from _read_lines(stream, label)
        else:
            yield _read_page(stream, label, form)
    except OSError as error:
        yield ItemRefused(label, "file", f"cannot be read: {_why(error)}")


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "not a name that a file can have"


def _is_lines(path: str, head: bytes) -> bool:
    suffix = Path(path).suffix.lower()
    return suffix in _LINES or (suffix not in _PAGES and head.lstrip(_BLANK).startswith(b"{"))


def _is_html(head: bytes) -> bool:
    """Whether a page begins as HTML does; in UTF-16 every second byte is none."""
    return begins_as_html(head.replace(b"\0", b"").lstrip(_BLANK + b"\xff\xfe").decode("latin-1"))


def _read_page(stream: BinaryIO, label: str, form: Format) -> ImportItem | ItemRefused:
    data = _read_up_to(stream, LONGEST_PAGE_BYTES + 1)
    if len(data) > LONGEST_PAGE_BYTES:
        return ItemRefused(label, "file", f"is larger than {LONGEST_PAGE_BYTES:,} bytes")
    try:
        if form == "html":
            return page.parse(decode_page(data, label), label)
        return portal.parse(decode(data, label), label)
    except ItemRefused as refusal:
        return refusal


def _read_up_to(stream: BinaryIO, most: int) -> bytes:
    """That many bytes, or all there are; a pipe gives them in pieces."""
    pieces: list[bytes] = []
    missing = most
    while missing > 0 and (piece := stream.read(min(missing, _CHUNK_BYTES))):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


def _read_lines(stream: BinaryIO, label: str) -> Iterator[ImportItem | ItemRefused]:
    is_empty = True
    for number, line in _lines(stream):
        if line is None:
            reason = f"is longer than {LONGEST_LINE_BYTES:,} bytes"
            yield ItemRefused(f"{label}:{number}", "line", reason)
        elif line.strip(_BLANK):
            yield _parsed(line, f"{label}:{number}")
        else:
            continue
        is_empty = False
    if is_empty:
        yield ItemRefused(label, "file", "is empty")


def _parsed(line: bytes, label: str) -> ImportItem | ItemRefused:
    try:
        return jsonlines.parse_line(line, label)
    except ItemRefused as refusal:
        return refusal


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is too long, of which no more than the limit is ever held."""
    number = 0
    while line := stream.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        if len(line) <= LONGEST_LINE_BYTES or line.endswith(b"\n"):
            yield number, line
            continue
        del line  # the rest is read past in small pieces
        while (rest := stream.readline(_CHUNK_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield number, None


class _Replayed(io.RawIOBase):
    """A stream that begins with what was already read from another."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer from the kept beginning, then from the other stream."""
        size = len(buffer)
        if not self._head:
            data: bytes | memoryview = self._rest.read(size)
        else:
            data, self._head = self._head[:size], self._head[size:]
        buffer[: len(data)] = data
        return len(data)
