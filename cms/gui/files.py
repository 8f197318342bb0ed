"""The built files of the pages, and answers with them: compressed beforehand, kept by browsers for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from cms.compression import preferred_encoding

# hatch_build.py puts them there when the package is built or installed.
STATIC = Path(__file__).parent / "static"
SUFFIXES = {"br": ".br", "gzip": ".gz"}
# What a machine's own table says of these differs, and with nosniff a wrong type is a broken page.
MEDIA_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".md": "text/plain",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
# The names of all but the pages themselves change with their content.
HASHED = "assets/"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


@dataclass(frozen=True)
class BuiltFile:
    """A file; `tag` is a hash of its content, `encodings` are those in which it lies there, too."""

    path: Path
    media_type: str
    cache_control: str
    tag: str
    encodings: frozenset[str]


def built_files(folder: Path) -> dict[str, BuiltFile]:
    """Every file that may be served by its path within the folder; none where nothing was built."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path.suffix in MEDIA_TYPES:
            found[name] = BuiltFile(
                path,
                MEDIA_TYPES[path.suffix],
                FOR_EVER if name.startswith(HASHED) else ASK_AGAIN,
                hashlib.sha256(path.read_bytes()).hexdigest()[:20],
                frozenset(encoding for encoding, suffix in SUFFIXES.items() if Path(f"{path}{suffix}").exists()),
            )
    return found


def answer_with(file: BuiltFile, request: Request, headers: Mapping[str, str]) -> Response:
    """The file as the client prefers it, or 304 if it has it already."""
    encoding = preferred_encoding(request.headers.get("accept-encoding", ""))
    encoding = encoding if encoding in file.encodings else ""
    # The bytes differ by encoding, so their tags do.
    tag = f'"{file.tag}{encoding and "-"}{encoding}"'
    told = {"ETag": tag, "Cache-Control": file.cache_control, **headers}
    if file.encodings:
        told["Vary"] = "Accept-Encoding"
    if tag in _tags(request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=told)
    if encoding:
        told["Content-Encoding"] = encoding
    return FileResponse(f"{file.path}{SUFFIXES.get(encoding, '')}", headers=told, media_type=file.media_type)


def _tags(if_none_match: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
