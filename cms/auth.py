"""Who sends a request: the token in its Authorization header, or the session in its cookie."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie
from typing import Literal
from urllib.parse import urlsplit

import orjson
from starlette.requests import HTTPConnection

from cms.credentials import digest
from cms.db import Database
from cms.errors import HeaderMissing, Unauthenticated, Unavailable
from cms.log import get_logger
from cms.models import Session, Token
from cms.models.fields import canonical
from cms.permissions import ROLES, Via, Viewer, token_permissions
from cms.settings import Settings
from cms.words import Role

CSRF_HEADER = "X-Broadsheet-CSRF"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# How exactly it is known when a credential was last used; more would make every request of an editor a write.
USE_SECONDS = 60

# Both statements read everything that decides, so that a change of any of it counts from the next request on.
_MEMBERS = "'user',u.id,'email',u.email,'name',u.name,'role',u.role,'id',c.id,'used',c.last_used_at,'categories',{all}"
_ALL = "(SELECT {array}(l.category_id) FROM user_category l WHERE l.user_id=u.id)"
_FROM = (
    "FROM {table} c JOIN user_account u ON u.id=c.user_id"
    " WHERE c.secret_hash={hash} AND c.revoked_at IS NULL AND c.expires_at>{now} AND NOT u.is_disabled"
    " AND c.credentials_version=u.credentials_version"
)

log = get_logger(__name__)

ViewerFor = Callable[[HTTPConnection], Awaitable[Viewer]]


@dataclass(frozen=True)
class Found:
    """A credential that is valid now, and its user."""

    id: int
    user_id: int
    email: str
    name: str
    role: Role
    last_used_at: datetime | None
    category_ids: frozenset[int] | None
    scopes: tuple[str, ...]

    @classmethod
    def read(cls, cell: bytes | str) -> Found:
        """From the JSON that the statements make."""
        row = orjson.loads(cell)
        return cls(
            id=row["id"],
            user_id=row["user"],
            email=row["email"],
            name=row["name"],
            role=Role(row["role"]),
            last_used_at=datetime.fromisoformat(row["used"]) if row["used"] else None,
            category_ids=frozenset(row["categories"]) if row["categories"] else None,
            scopes=tuple(row.get("scopes", ())),
        )

    def viewer(self, via: Via) -> Viewer:
        """The user as a viewer, with what the role allows and a token's scopes leave of it."""
        permissions = ROLES[self.role] if via is Via.SESSION else token_permissions(self.role, self.scopes)
        # Limits are a contributor's; they stand by when the role is changed for a time.
        limits = self.category_ids if self.role is Role.CONTRIBUTOR else None
        return Viewer(self.name, permissions, self.user_id, self.email, self.role, via, self.id, limits)


def viewer_finder(database: Database, settings: Settings) -> ViewerFor:
    """The function that tells who sent a request to this site."""

    async def viewer_for(request: HTTPConnection) -> Viewer:
        """The sender of a request; anonymous without a credential, and with a cookie whose session is over.

        Raises:
            Unauthenticated: a Bearer token that is not valid. Its sender believes to be somebody, so going on as
                anonymous would hide the mistake.
            HeaderMissing: a cookie's session by POST, without the header that proves our own page to have sent it.
        """
        given = request.headers.getlist("authorization")
        # A secret of ours under another scheme, or a scheme without its secret, is a mistake that must show.
        tokens = [value for value in given if value[:6].lower() == "bearer" or "bs_token_" in value]
        if tokens:
            found = await _find(database, "token", tokens[0][7:].strip()) if _is_bearer(tokens) else None
            if found is None:
                raise Unauthenticated
            await _note_use(Token, found)
            return found.viewer(Via.TOKEN)
        secret = request.cookies.get(cookie_name(settings))
        found = await _find(database, "session", secret, settings.session_idle_seconds) if secret else None
        if found is None:
            return Viewer.anonymous()
        if request.scope.get("method", "GET") not in SAFE_METHODS and request.headers.get(CSRF_HEADER) != "1":
            raise HeaderMissing(CSRF_HEADER)
        await _note_use(Session, found)
        return found.viewer(Via.SESSION)

    return viewer_for


def is_own_page(request: HTTPConnection, settings: Settings) -> bool:
    """Whether a page of the site itself sends this, by the Origin that browsers tell; programs send none."""
    origin = request.headers.get("origin")
    own = {request.headers.get("host", "").lower(), urlsplit(settings.site_url).netloc}
    return origin is not None and urlsplit(origin).netloc.lower() in own - {""}


def has_cookie(request: HTTPConnection, settings: Settings) -> bool:
    """Whether the request carries a session's cookie, valid or not."""
    return cookie_name(settings) in request.cookies


def cookie_name(settings: Settings) -> str:
    """The name of the session's cookie; browsers take the prefix `__Host-` from https only, for one host and `/`."""
    return "__Host-broadsheet" if _is_https(settings) else "broadsheet"


def session_cookie(settings: Settings, secret: str | None) -> str:
    """The value of a Set-Cookie header that keeps a session's secret, or takes it away (None)."""
    name = cookie_name(settings)
    cookie: SimpleCookie = SimpleCookie({name: secret or ""})
    lifetime_seconds = settings.session_lifetime_seconds if secret else 0
    attributes = {"path": "/", "httponly": True, "samesite": "Lax", "max-age": lifetime_seconds}
    for attribute, value in (attributes | {"secure": _is_https(settings)}).items():
        cookie[name][attribute] = value
    return cookie[name].OutputString()


def _is_https(settings: Settings) -> bool:
    return settings.site_url.startswith("https:")


def _is_bearer(tokens: list[str]) -> bool:
    return len(tokens) == 1 and tokens[0][:7].lower() == "bearer "


async def _find(
    database: Database, table: Literal["session", "token"], secret: str, idle_seconds: int | None = None
) -> Found | None:
    is_sqlite = database.dialect == "sqlite"
    members = _MEMBERS + (",'scopes',{scopes}" if table == "token" else "")
    if is_sqlite:
        words = {"all": "json(" + _ALL.format(array="json_group_array") + ")", "scopes": "json(c.scopes)"}
        places = {"object": "json_object", "hash": ":p1", "now": ":p2"}
    else:
        words = {"all": _ALL.format(array="json_agg"), "scopes": "c.scopes"}
        places = {"object": "json_build_object", "hash": "$1", "now": "$2"}
    now = datetime.now(UTC).replace(microsecond=0)
    sql = f"SELECT {places['object']}({members.format(**words)}) {_FROM.format(table=table, **places)}"
    values = (digest(secret), now)
    cell = await database.fetch(sql, {"p1": values[0], "p2": canonical(now)} if is_sqlite else values)
    found = Found.read(cell) if cell else None
    if found and idle_seconds and found.last_used_at and found.last_used_at <= now - timedelta(seconds=idle_seconds):
        return None
    return found


async def _note_use(model: type[Session] | type[Token], found: Found) -> None:
    now = datetime.now(UTC)
    if found.last_used_at is not None and found.last_used_at > now - timedelta(seconds=USE_SECONDS):
        return
    try:
        await model.filter(id=found.id).update(last_used_at=now)
    except Unavailable:
        # Reading goes on while the database cannot be written.
        log.warning("auth.use_not_noted")
