"""Assets over HTTP: bringing a file in, and sending files and renditions of pictures to whoever has their address."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import orjson
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from tortoise.context import require_context

from cms import assets
from cms.assets import Uploaded
from cms.db import Database
from cms.errors import BadUserInput, CMSError, Forbidden, HeaderMissing, Unauthenticated, Unavailable, ValidationFailed
from cms.ids import shown_id
from cms.library import Library, working_folder
from cms.log import get_logger
from cms.middleware import error_response
from cms.models import Asset, FormerFile
from cms.permissions import Permission, Viewer
from cms.renditions import EXTENSIONS, MEDIA_TYPES, TYPES, focal_point, nearest, read_name, shown_size
from cms.site_keys import ASSETS, site_key
from cms.stores import Stored
from cms.words import AssetType

UPLOAD_PATH = "/assets"
ONE_YEAR = 365 * 24 * 3600
# How long an address that leads to another is believed: a file may be replaced again.
LEADING = "public, max-age=60"
IMMUTABLE = f"public, max-age={ONE_YEAR}, immutable"
# Whatever a file turns out to be, a browser runs nothing of it.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
STATUSES: dict[type[CMSError], int] = {
    Unauthenticated: 401,
    HeaderMissing: 403,
    Forbidden: 403,
    ValidationFailed: 422,
    BadUserInput: 422,
    Unavailable: 503,
}
_COLUMNS = ("sha256", "storage_key", "url_key", "type", "name", "width", "height")
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)

log = get_logger(__name__)


async def upload(request: Request) -> Response:
    """Take in the file of a request: the `file` of a form, or the body as it is with the name in `?name=`.

    201 if it is new, 200 if the very same file was here already.
    """
    try:
        viewer: Viewer = await request.state.viewer_for(request)
        if not viewer.is_signed_in:
            raise Unauthenticated
        viewer.require(Permission.WRITE)
        uploaded = await _take(request, viewer)
    except CMSError as refusal:
        status = STATUSES.get(type(refusal))
        if status is None:
            raise
        log.info("asset.refused", code=refusal.code)
        return error_response(status, refusal.code, refusal.message)
    base_url = request.state.library.settings.asset_base_url
    return JSONResponse(
        {"asset": _shown(uploaded, base_url), "isNew": uploaded.is_new},
        201 if uploaded.is_new else 200,
        headers={"Cache-Control": "private, no-store"},
    )


async def _take(request: Request, viewer: Viewer) -> Uploaded:
    library: Library = request.state.library
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "multipart/form-data":
        async with working_folder() as folder:
            path = folder / "uploaded"
            await _receive(request, path)
            return await assets.create_asset(viewer, library, path, request.query_params.get("name", ""))
    try:
        async with request.form(max_files=1, max_fields=10, max_part_size=16 * 1024) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise BadUserInput("file", "send the file as the part `file` of the form")
            told = {name: value for name in assets.TEXTS if name != "name" and isinstance(value := form.get(name), str)}
            return await take_upload(viewer, library, file, told)
    except MultiPartException as error:
        raise BadUserInput("body", f"the form cannot be read: {error.message}") from error


async def take_upload(viewer: Viewer, library: Library, file: UploadFile, given: dict[str, Any]) -> Uploaded:
    """Take in a file of a form.

    Raises:
        Forbidden, ValidationFailed: as assets.create_asset.
    """
    async with _on_disk(file) as path:
        return await assets.create_asset(viewer, library, path, file.filename or "", given)


async def take_replacement(
    viewer: Viewer, library: Library, file: UploadFile, asset_id: int, expected_version: int
) -> Asset:
    """Put a file of a form in the place of an asset's.

    Raises:
        Forbidden, NotFound, ValidationFailed, VersionConflict: as assets.replace_asset.
    """
    async with _on_disk(file) as path:
        return await assets.replace_asset(viewer, library, asset_id, path, expected_version=expected_version)


@asynccontextmanager
async def _on_disk(file: UploadFile) -> AsyncIterator[Path]:
    async with working_folder() as folder:
        path = folder / "uploaded"
        with path.open("wb") as written:
            while piece := await file.read(1024 * 1024):
                written.write(piece)
        yield path


async def _receive(request: Request, path: Path) -> None:
    with path.open("wb") as written:
        async for piece in request.stream():
            written.write(piece)


def _shown(uploaded: Uploaded, base_url: str) -> dict[str, Any]:
    asset = uploaded.asset
    return {
        "id": shown_id("asset", asset.id),
        "url": base_url + original_url(asset.id, asset.url_key, AssetType(asset.type)),
        "name": asset.name,
        "mediaType": MEDIA_TYPES[AssetType(asset.type)],
        "size": asset.size_bytes,
        "width": asset.width,
        "height": asset.height,
        "version": asset.version,
    }


def original_url(asset_id: int, key: str, asset_type: AssetType) -> str:
    """The path of the file itself."""
    return f"{UPLOAD_PATH}/{asset_id}/{key}/original.{EXTENSIONS[asset_type]}"


async def deliver(request: Request) -> Response:
    """The file or rendition that an address names; 404 for every address that we did not make."""
    try:
        return await _deliver(request)
    except Unavailable as refusal:
        return error_response(503, refusal.code, refusal.message, {"Retry-After": "2"})


async def _deliver(request: Request) -> Response:
    parts = request.path_params
    found = await _find(request.state.database, parts["number"])
    if found is None:
        return _gone()
    library: Library = request.state.library
    secret = await library.secret(_asset_key)
    point = focal_point(secret, found["sha256"], parts["key"])
    if point is None:
        return await _lead_on(secret, found, parts)
    asset_type, name = AssetType(found["type"]), parts["name"]
    etag = f'"{parts["key"]}-{name}"'
    if name == f"original.{EXTENSIONS[asset_type]}":
        wanted, shown_type = await library.store.find(found["storage_key"]), asset_type
    else:
        rendition = read_name(name)
        if rendition is None or found["width"] is None or not shown_size(found["width"], found["height"], rendition):
            return _gone()
        if _is_known(request, etag):
            return Response(status_code=304, headers={"ETag": etag, "Cache-Control": IMMUTABLE})
        shown_type = TYPES[rendition.format]
        try:
            wanted = await library.rendition(found["storage_key"], asset_type, rendition, point)
        except FileNotFoundError:
            wanted = None
    if wanted is None:
        log.error("asset.file_missing", asset=parts["number"], key=found["storage_key"])
        return _gone()
    headers = _headers(found["name"], shown_type, name) | {"ETag": etag}
    return _answer(request, library, wanted, shown_type, headers)


async def _lead_on(secret: bytes, found: dict[str, Any], parts: dict[str, str]) -> Response:
    """Send whoever has an address of a file that was replaced to the same form of the one that is there now."""
    former = await FormerFile.filter(asset_id=parts["number"]).values_list("sha256", flat=True)
    if not any(focal_point(secret, str(sha256), parts["key"]) for sha256 in former):
        return _gone()
    rendition = read_name(parts["name"]) if found["width"] is not None else None
    if rendition is not None:
        name = nearest(found["width"], found["height"], rendition).name
    else:
        name = f"original.{EXTENSIONS[AssetType(found['type'])]}"
    # Relative, since a prefix that a proxy takes away is not known here.
    return Response(status_code=302, headers={"Location": f"../{found['url_key']}/{name}", "Cache-Control": LEADING})


async def _asset_key() -> bytes:
    return await site_key(require_context().db(), ASSETS)


async def _find(database: Database, number: str) -> dict[str, Any] | None:
    if not re.fullmatch(r"[1-9]\d{0,9}", number, re.ASCII) or int(number) >= 2**31:
        return None
    is_sqlite = database.dialect == "sqlite"
    members = ",".join(f"'{name}',{name}" for name in _COLUMNS)
    build, place = ("json_object", ":p1") if is_sqlite else ("json_build_object", "$1")
    sql = f"SELECT {build}({members}) FROM asset WHERE id={place}"  # noqa: S608 - our own names
    cell = await database.fetch(sql, {"p1": int(number)} if is_sqlite else (int(number),))
    return orjson.loads(cell) if cell else None


def _gone() -> Response:
    return error_response(404, "NOT_FOUND", "There is no such asset.")


def _headers(name: str, asset_type: AssetType, last: str) -> dict[str, str]:
    disposition = "attachment" if asset_type is AssetType.PDF else "inline"
    plain = PurePath(name).stem or "file"
    shown = f"{plain}.{PurePath(last).suffix[1:]}"
    return {
        "Cache-Control": IMMUTABLE,
        "Content-Security-Policy": SANDBOX,
        "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(shown, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Accept-Ranges": "bytes",
    }


def _is_known(request: Request, etag: str) -> bool:
    given = request.headers.get("if-none-match", "")
    return etag in {tag.strip().removeprefix("W/") for tag in given.split(",")} or given.strip() == "*"


def _answer(
    request: Request, library: Library, stored: Stored, asset_type: AssetType, headers: dict[str, str]
) -> Response:
    if _is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    size, status = stored.size_bytes, 200
    start, end = 0, size
    if (asked := _range_of(request, headers["ETag"])) is not None:
        start, end = _within(asked, size)
        if start >= end:
            return Response(status_code=416, headers={"Content-Range": f"bytes */{size}"})
        status = 206
        headers = headers | {"Content-Range": f"bytes {start}-{end - 1}/{size}"}
    headers = headers | {"Content-Length": str(end - start)}
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=MEDIA_TYPES[asset_type])
    body: AsyncIterator[bytes] = library.store.read(stored.key, start, end)
    return StreamingResponse(body, status, headers, media_type=MEDIA_TYPES[asset_type])


def _range_of(request: Request, etag: str) -> tuple[str, str] | None:
    """The bounds of the only range that is asked for; None if the whole is to be sent (RFC 9110, 14.2)."""
    match = _RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    if match is None or not (match[1] or match[2]):
        return None
    return (match[1], match[2]) if request.headers.get("if-range", etag) == etag else None


def _within(asked: tuple[str, str], size: int) -> tuple[int, int]:
    """The bytes that a range means; an empty one if it lies behind the end."""
    first, last = asked
    if not first:
        return max(0, size - int(last)), size if int(last) else 0
    return int(first), min(size, int(last) + 1) if last else size


routes = [
    Route(UPLOAD_PATH, upload, methods=["POST"]),
    Route(UPLOAD_PATH + "/{number}/{key}/{name}", deliver),
]
