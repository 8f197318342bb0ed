"""The commands `cms users` and `cms tokens`."""

# Printing is what this module is for; the commands import what they run when they are run, as those of cms/cli.py do.
# ruff: noqa: T201, PLC0415

from __future__ import annotations

import getpass
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from cms.log import configure_logging, escape
from cms.permissions import Permission, Viewer
from cms.settings import Settings, load_settings
from cms.words import Role

if TYPE_CHECKING:
    from cms.models import Token, User
    from cms.users import MadeLink

Flag = Annotated[bool, Parameter(negative="")]

users_app = App(name="users", help="Make users, change them, and give them a way to a password.")
tokens_app = App(name="tokens", help="Make, list and revoke API tokens.")

OPERATOR = Viewer.system("cms")
_TOO_LONG = 10  # digits, for a number that a row can have


@users_app.command(name="create")
async def create_user(
    email: str,
    /,
    *,
    role: Role,
    name: str | None = None,
    category: Annotated[tuple[str, ...], Parameter(negative="")] = (),
    password_stdin: Flag = False,
    json: Flag = False,
) -> None:
    """Make a user. Without a password, print a one-time link with which the user chooses one.

    Args:
        email: The e-mail address to sign in with.
        role: What the user may do.
        name: What revisions call the user; the part before the @ if not given.
        category: For a contributor: the path of a category to write in, with all below it; may be repeated.
        password_stdin: Read the password from standard input, one line.
        json: Print a JSON object.
    """
    from cms import categories, users
    from cms.app import open_site

    settings = _settings()
    password = _read_password() if password_stdin else None
    async with open_site(settings):
        limits = [await categories.by_path(path) for path in category]
        name = name or email.partition("@")[0]
        user = await users.create_user(OPERATOR, email, name, role, password=password, category_ids=limits)
        link = None if password_stdin else await _link(settings, user)
    _print(_told(user) | _told_link(link), as_json=json)


@users_app.command(name="list")
async def list_users(*, json: Flag = False) -> None:
    """List the users.

    Args:
        json: Print a JSON object for each user.
    """
    from cms import users
    from cms.app import open_site

    async with open_site(_settings()):
        for user in await users.list_users(OPERATOR):
            _print(_told(user), as_json=json)


@users_app.command
async def disable(email: str, /, *, json: Flag = False) -> None:
    """Keep a user out from now on; ends all sessions, tokens and links for good.

    Args:
        email: The user.
        json: Print a JSON object.
    """
    await _change(email, json=json, is_disabled=True)


@users_app.command
async def enable(email: str, /, *, json: Flag = False) -> None:
    """Let a disabled user in again.

    Args:
        email: The user.
        json: Print a JSON object.
    """
    await _change(email, json=json, is_disabled=False)


@users_app.command(name="role")
async def change_role(email: str, role: Role, /, *, json: Flag = False) -> None:
    """Change what a user may do; counts from the user's next request on.

    Args:
        email: The user.
        role: The new role.
        json: Print a JSON object.
    """
    await _change(email, json=json, role=role)


@users_app.command
async def reset(email: str, /, *, password_stdin: Flag = False, json: Flag = False) -> None:
    """Print a one-time link with which a user chooses a new password.

    Args:
        email: The user.
        password_stdin: Set the password at once, read from standard input, one line; there is no link then.
        json: Print a JSON object.
    """
    from cms import users
    from cms.app import open_site

    settings = _settings()
    password = _read_password() if password_stdin else None
    async with open_site(settings):
        user = await users.find_user(OPERATOR, email)
        if password is not None:
            await users.set_password(OPERATOR, user.id, password)
        link = None if password_stdin else await _link(settings, user)
    _print(_told(user) | _told_link(link), as_json=json)


@tokens_app.command(name="create")
async def create_token(
    email: str,
    /,
    *,
    name: str,
    scope: Annotated[list[Permission], Parameter(negative="")],
    days: int = 90,
    json: Flag = False,
) -> None:
    """Make an API token for a user, and print its secret this once.

    Args:
        email: Whose token it is.
        name: What it is for.
        scope: What it may do; repeat for several.
        days: How many days it lasts.
        json: Print a JSON object.
    """
    from cms import tokens, users
    from cms.app import open_site

    async with open_site(_settings()):
        user = await users.find_user(OPERATOR, email)
        expires_at = datetime.now(UTC) + timedelta(days=min(max(days, 0), 10_000))
        made = await tokens.create_token(OPERATOR, name, scope, expires_at=expires_at, user_id=user.id)
    _print(_told_token(made.token, user.email) | {"secret": made.secret}, as_json=json)


@tokens_app.command(name="list")
async def list_tokens(*, user: str | None = None, json: Flag = False) -> None:
    """List the API tokens, without their secrets, which nobody knows.

    Args:
        user: Only those of the user with this e-mail address.
        json: Print a JSON object for each token.
    """
    from cms import tokens, users
    from cms.app import open_site

    async with open_site(_settings()):
        owner = None if user is None else (await users.find_user(OPERATOR, user)).id
        for token in await tokens.list_tokens(OPERATOR, user_id=owner):
            _print(_told_token(token, token.user.email), as_json=json)


@tokens_app.command(name="revoke")
async def revoke_token(token: str, /, *, json: Flag = False) -> None:
    """End an API token at once.

    Args:
        token: Its number, as `cms tokens list` shows it, or its id in the API (tok_5).
        json: Print a JSON object.
    """
    from cms import tokens
    from cms.app import open_site
    from cms.errors import NotFound

    number = token.removeprefix("tok_")
    if not (number.isdecimal() and len(number) < _TOO_LONG):
        raise NotFound("token", token)
    async with open_site(_settings()):
        row = await tokens.revoke_token(OPERATOR, int(number))
        await row.fetch_related("user")
    _print(_told_token(row, row.user.email), as_json=json)


async def _change(email: str, *, json: bool, role: Role | None = None, is_disabled: bool | None = None) -> None:
    from cms import users
    from cms.app import open_site

    async with open_site(_settings()):
        user = await users.find_user(OPERATOR, email)
        user = await users.update_user(OPERATOR, user.id, role=role, is_disabled=is_disabled)
    _print(_told(user), as_json=json)


async def _link(settings: Settings, user: User) -> MadeLink:
    from cms import users

    return await users.make_link(OPERATOR, user.id, lifetime_seconds=settings.link_lifetime_seconds)


def _settings() -> Settings:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    return settings


def _read_password() -> str:
    # Never an argument: those stand in the shell's history and in the list of processes.
    if sys.stdin.isatty():
        return getpass.getpass()
    return sys.stdin.readline().rstrip("\r\n")


def _told(user: User) -> dict[str, object]:
    return {
        "id": user.id,
        "email": user.email,
        "name": user.name,
        "role": str(user.role).lower(),
        "is_disabled": user.is_disabled,
        "created_at": _moment(user.created_at),
    }


def _told_link(link: MadeLink | None) -> dict[str, object]:
    return {} if link is None else {"link": link.secret, "link_expires_at": _moment(link.expires_at)}


def _told_token(token: Token, email: str) -> dict[str, object]:
    return {
        "id": token.id,
        "user": email,
        "name": token.name,
        "prefix": token.prefix,
        "scopes": [str(scope) for scope in token.scopes],
        "created_at": _moment(token.created_at),
        "last_used_at": _moment(token.last_used_at),
        "expires_at": _moment(token.expires_at),
        "revoked_at": _moment(token.revoked_at),
    }


def _moment(moment: datetime | None) -> str | None:
    from cms.models.fields import canonical

    return None if moment is None else canonical(moment)


def _print(facts: Mapping[str, object], *, as_json: bool) -> None:
    import orjson

    if as_json:
        print(orjson.dumps(facts).decode())
        return
    shown = {name: value for name, value in facts.items() if value is not None and value is not False}
    print("  ".join(f"{name}={escape(_written(value))}" for name, value in shown.items()))


def _written(value: object) -> str:
    return ",".join(str(item) for item in value) if isinstance(value, list) else str(value)
