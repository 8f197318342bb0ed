"""Paths of the site that lead elsewhere, as editors say: for what stood there before the site did, or for short ways.

A path leads to an address or to an article, and never to what leads on: a visitor is sent once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, inputs, text
from cms.db import writing
from cms.db.sql import holding, run
from cms.ids import shown_id
from cms.inputs import Input, check_version
from cms.models import Article, Draft, PathRedirect, Site
from cms.permissions import Permission, Viewer
from cms.standing import confirm

_ORIGIN = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_RESERVED = frozenset("/?#%&=+;\\")
# Browsers resolve these themselves and never ask for them.
_DOTS = re.compile(r"/\.\.?(?:/|$)")
# Whoever decodes these finds another address, or a second header.
_UNSAFE = re.compile(r"\\|%5C|%[01][0-9A-F]|%7F")
# The addresses that the server answers itself, where it has them for itself or behind the site's own host.
_OWN = re.compile(
    r"/(?:graphql|hit|metrics|playground|health/(?:live|ready)|auth/oidc/(?:login|callback)"
    r"|(?:studio|gui)(?:/.*)?|assets(?:/[0-9]+/[^/]+/[^/]+)?)"
)
_LONGEST_PATH = 500
_ARTICLE = re.compile(r"/articles/([1-9][0-9]{0,8})(?:-[^/?#]*)?")


@dataclass(frozen=True)
class RedirectFields:
    """What an editor says of a redirect. None leaves a field as it is; an address takes the place of an article."""

    path: str | None = None
    url: str | None = None
    target_id: int | None = None
    is_permanent: bool | None = None


async def create_redirect(viewer: Viewer, fields: RedirectFields) -> PathRedirect:
    """Let a path lead elsewhere.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: naming every problem, and the redirect that stands in the way.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        wanted = await _read(tx, fields)
        redirect = await PathRedirect.create(using_db=tx, **wanted.values)
        await _record(tx, viewer, "created", redirect, is_public=await _is_public(tx, redirect))
    return redirect


async def update_redirect(
    viewer: Viewer, redirect_id: int, fields: RedirectFields, *, expected_version: int
) -> PathRedirect:
    """Change what is given of a redirect.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such redirect.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem, and the redirect that stands in the way.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        redirect = await _claim(tx, viewer, redirect_id, expected_version)
        values = (await _read(tx, fields, redirect)).values
        if not values:
            return redirect
        was_public = await _is_public(tx, redirect)
        changes = values | {"version": redirect.version + 1}
        await PathRedirect.filter(id=redirect.id).using_db(tx).update(**changes)
        redirect.update_from_dict(changes)
        is_public = was_public or await _is_public(tx, redirect)
        await _record(tx, viewer, "updated", redirect, is_public=is_public, changed=list(values))
    return redirect


async def delete_redirect(viewer: Viewer, redirect_id: int, *, expected_version: int) -> None:
    """Let a path lead nowhere any more.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such redirect.
        VersionConflict: it was changed since `expected_version`.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        redirect = await _claim(tx, viewer, redirect_id, expected_version)
        is_public = await _is_public(tx, redirect)
        await PathRedirect.filter(id=redirect.id).using_db(tx).delete()
        await _record(tx, viewer, "deleted", redirect, is_public=is_public)


def written(address: str) -> str:
    """The one way to write a path, of all that browsers send for it: `/新闻/1?id=2`.

    A host before it, a fragment and slashes at its end are left out. What is percent-encoded for no need is decoded.
    """
    local = _ORIGIN.sub("", text.clean(address), count=1).partition("#")[0]
    path, _, query = local.partition("?")
    plain = _ENCODED.sub(_decoded, "/" + path.strip("/") + (f"?{query}" if query else ""))
    return "".join(quote(each) if each.isspace() else each for each in text.clean(plain))


def bare(path: str) -> str:
    """A path without its query, whose end is written as that of any path."""
    return written(path.partition("?")[0])


def _decoded(match: re.Match[str]) -> str:
    try:
        read = bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return match[0].upper()
    return "".join(each if each.isprintable() and each not in _RESERVED else quote(each, safe="") for each in read)


async def _claim(tx: TransactionalDBClient, viewer: Viewer, redirect_id: int, expected_version: int) -> PathRedirect:
    await confirm(tx, viewer)
    redirect = await PathRedirect.get_or_none(id=redirect_id, using_db=tx)
    if redirect is None:
        raise inputs.missing("redirect", redirect_id)
    check_version(redirect, expected_version)
    return redirect


async def _read(tx: TransactionalDBClient, fields: RedirectFields, row: PathRedirect | None = None) -> Input:
    """What an input changes, which leads nobody in a circle nor from one redirect to another."""
    wanted = Input()
    _read_path(wanted, fields.path, is_new=row is None)
    await _read_target(tx, wanted, fields, is_new=row is None)
    if fields.is_permanent is not None:
        wanted.values["is_permanent"] = fields.is_permanent
    wanted.check()
    now = {name: getattr(row, name) for name in ("path", "url", "target_id")} if row else {}
    await _refuse_detours(tx, wanted, now | wanted.values, row.id if row else 0)
    wanted.check()
    if row is not None:
        wanted.values = {name: value for name, value in wanted.values.items() if value != getattr(row, name)}
    return wanted


def _read_path(wanted: Input, given: str | None, *, is_new: bool) -> None:
    if given is None:
        if is_new:
            wanted.refuse("path", "must be given")
        return
    if problem := text.problem_in(given, max_length=2_000) or _problem_in(text.clean(given)):
        wanted.refuse("path", problem)
        return
    wanted.values["path"] = written(given)


def _problem_in(given: str) -> str | None:
    path = written(given)
    if path == "/" or given.startswith("//"):
        return "write the part of the address behind the site's name: /old/page.html"
    if len(path) > _LONGEST_PATH:
        return f"is {len(path):,} characters long; at most {_LONGEST_PATH:,} are allowed"
    if _OWN.fullmatch(bare(path)):
        return "is an address of the server itself"
    return _unasked_in(path)


def _unasked_in(path: str) -> str | None:
    """Why nobody can ask for a path, or nobody should be led there."""
    local, _, query = path.partition("?")
    if _DOTS.search(local):
        return "must not have . or .. between slashes"
    is_unsafe = _UNSAFE.search(local) or "\\" in query
    return "must not hold backslashes or control characters" if is_unsafe else None


async def _read_target(tx: TransactionalDBClient, wanted: Input, fields: RedirectFields, *, is_new: bool) -> None:
    if fields.url is not None and fields.target_id is not None:
        wanted.refuse("url", "give an address or an article, not both")
    elif fields.target_id is not None:
        await _aim_at(tx, wanted, fields.target_id)
    elif fields.url is not None:
        await _read_url(tx, wanted, fields.url)
    elif is_new:
        wanted.refuse("url", "give an address or an article that it leads to")


async def _aim_at(tx: TransactionalDBClient, wanted: Input, target_id: int) -> None:
    if await Draft.filter(id=target_id).using_db(tx).exists():
        wanted.values |= {"url": "", "target_id": target_id}
    else:
        wanted.refuse("articleId", "there is no such article")


async def _read_url(tx: TransactionalDBClient, wanted: Input, given: str) -> None:
    """An address elsewhere, or a path here; that of an article stands for the article."""
    if problem := text.problem_in(given, max_length=2_000):
        wanted.refuse("url", problem)
        return
    url = await _without_site(tx, text.clean(given))
    if url.startswith("/") and not url.startswith("//"):
        path, mark, fragment = url.partition("#")
        number = 0 if mark else _article_at(path)
        if number and await Draft.filter(id=number).using_db(tx).exists():
            wanted.values |= {"url": "", "target_id": number}
            return
        url = written(path) + mark + fragment
        problem = _unasked_in(written(path))
    else:
        problem = inputs.url_problem(url) and "write a path such as /new, or an address that begins with https://"
    if problem:
        wanted.refuse("url", problem)
    wanted.values |= {"url": url, "target_id": None}


async def _without_site(tx: TransactionalDBClient, url: str) -> str:
    """An address of this site as the path that it is."""
    site = await Site.get_or_none(id=1, using_db=tx)
    home = site.url.rstrip("/") if site else ""
    if home and url.lower().startswith(home.lower()) and url[len(home) : len(home) + 1] in {"", "/", "?", "#"}:
        return "/" + url[len(home) :].lstrip("/")
    return url


async def _refuse_detours(tx: TransactionalDBClient, wanted: Input, now: Mapping[str, Any], own_id: int) -> None:
    """Note what is wrong with a way from a path to where it leads, seen beside all others."""
    path, local, target_id = now["path"], now["url"].partition("#")[0], now["target_id"]
    standing = _article_at(path)
    if taken := await PathRedirect.filter(path=path).exclude(id=own_id).using_db(tx).first():
        wanted.refuse("path", f"{shown_id('redirect', taken.id)} has it already")
    if standing and await Article.filter(id=standing).using_db(tx).exists():
        wanted.refuse("path", f"a public article stands there: {shown_id('article', standing)}")
    if former := await _found(tx, _LEADING, path, _beginning(f"{path}#"), _beginning(f"{path}?"), standing, own_id):
        wanted.refuse("path", f"{former} leads here; let that lead elsewhere first")
    if target_id is None and local.startswith("/"):
        if path in {local, bare(local)}:
            wanted.refuse("url", "leads to itself")
        elif next_one := await _found(tx, "path IN (?,?) AND id<>?", local, bare(local), own_id):
            wanted.refuse("url", f"{next_one} leads on from there; lead to its end at once")
    elif target_id is not None:
        address = f"/articles/{target_id}"
        if target_id == standing:
            wanted.refuse("articleId", "leads to itself")
        elif next_one := await _found(tx, _STANDING, address, _beginning(f"{address}-"), own_id):
            wanted.refuse("articleId", f"{next_one} leads on from there; lead to its end at once")


_LEADING = "(url=? OR url LIKE ? ESCAPE '!' OR url LIKE ? ESCAPE '!' OR target_id=?) AND id<>?"
_STANDING = "(path=? OR path LIKE ? ESCAPE '!') AND id<>?"


def _article_at(path: str) -> int:
    """The number of the article whose address it is; 0 for any other path."""
    found = _ARTICLE.fullmatch(bare(path))
    return int(found[1]) if found else 0


def _beginning(text_: str) -> str:
    return holding(text_)[1:]


async def _found(tx: TransactionalDBClient, condition: str, *values: object) -> str:
    """The id of the first redirect for which a condition of ours holds, as people know it; empty if there is none."""
    rows = await run(tx, f"SELECT id FROM path_redirect WHERE {condition} ORDER BY id LIMIT 1", *values)  # noqa: S608
    return shown_id("redirect", rows[0]["id"]) if rows else ""


async def _is_public(tx: TransactionalDBClient, redirect: PathRedirect) -> bool:
    """Whether readers are led on by it: to an article only while it is public."""
    return redirect.target_id is None or await Article.filter(id=redirect.target_id).using_db(tx).exists()


async def _record(
    tx: TransactionalDBClient,
    viewer: Viewer,
    act: str,
    redirect: PathRedirect,
    *,
    is_public: bool,
    changed: Sequence[str] = (),
) -> None:
    told: dict[str, Any] = {"path": redirect.path, "url": redirect.url}
    if redirect.target_id is not None:
        told["target"] = redirect.target_id
    tags = [f"redirect:{redirect.id}", "list:redirects"]
    subject, now = ("redirect", redirect.id), datetime.now(UTC)
    await events.record(
        tx, viewer, f"redirect.{act}", subject, at=now, tags=tags, changed=changed, is_public=is_public, **told
    )
