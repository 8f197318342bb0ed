"""Setting up a new site in a folder: its data folder, its database and its `.env`."""

from __future__ import annotations

from pathlib import Path

from pydantic_core import PydanticUndefined

from cms import migrations, site, users
from cms.db import connect
from cms.db.files import sqlite_path
from cms.errors import SetupError
from cms.log import escape, without_password
from cms.models import Site
from cms.permissions import Viewer
from cms.settings import PREFIX, Settings, load_settings

NAME = "Broadsheet"
NAME_CHARACTERS = 200
HEAD = """\
# The settings of this site. Each is shown with its default; take the # away and change it.
# Variables of the environment win over this file. docs/settings.md explains them.
"""


async def set_up(folder: Path, *, site_name: str | None = None, site_url: str | None = None) -> list[str]:
    """Make what a site needs and does not have yet; the lines tell what was made and what was kept.

    Args:
        folder: where `.env` belongs; the working directory of the later `cms serve`.
        site_name: what the site calls itself; kept in the database, changed if it is there already.
        site_url: its public address; kept in the database, and in a new `.env`.

    Raises:
        SetupError: a value cannot be used, or the folder or the database cannot be written.
    """
    if site_name is not None:
        _check_name(site_name)
    settings = load_settings(site_url=site_url)
    lines = [_make_environment_file(folder / ".env", {"site_url": settings.site_url} if site_url else {})]
    if settings.database_url.startswith("sqlite:"):
        lines += _make_folder(sqlite_path(settings.database_url).parent)
    done = await migrations.migrate(settings.database_url)
    where = without_password(settings.database_url)
    lines.append(f"Prepared the database {where}." if done else f"Kept the database {where}: it is up to date.")
    lines.append(await _describe_site(settings, site_name, site_url))
    lines += await _administrator(settings)
    lines.append("Start it with `cms serve`.")
    return lines


async def _administrator(settings: Settings) -> list[str]:
    database = await connect(settings.database_url)
    try:
        if await users.has_administrator():
            return []
        return ["There is no administrator yet: `cms users create EMAIL --role admin` makes one."]
    finally:
        await database.close()


async def _describe_site(settings: Settings, name: str | None, url: str | None) -> str:
    """Name a new site; change an existing one only where something was given."""
    database = await connect(settings.database_url)
    try:
        is_new = not await Site.exists(id=1)
        given = {"name": name or (NAME if is_new else None), "url": settings.site_url if url or is_new else None}
        changes = {field: value for field, value in given.items() if value is not None}
        row = await site.describe(Viewer.system("cms init"), **changes)
        return f"The site is {row.name}, {row.url}."
    finally:
        await database.close()


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > NAME_CHARACTERS or escape(name) != name:
        raise SetupError(f"--site-name: a name has 1 to {NAME_CHARACTERS} characters on one line.", "Give another one.")


def environment_file(given: dict[str, str]) -> str:
    """The text of a `.env`: the given settings set, and all others as comments with their defaults."""
    blocks = [HEAD]
    for name, field in Settings.model_fields.items():
        variable = PREFIX + name.upper()
        if name in given:
            assignment = f"{variable}={_quoted(given[name])}"
        else:
            assignment = f"# {variable}={_written(field.default)}"
        blocks.append(f"# {field.description}\n{assignment}\n")
    return "\n".join(blocks)


def _make_environment_file(path: Path, given: dict[str, str]) -> str:
    try:
        # "x" fails if the file exists, also when it appeared a moment ago.
        with path.open("x", encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(environment_file(given))
    except FileExistsError:
        kept = f"Kept {path.name}, which exists."
        names = ", ".join(PREFIX + name.upper() for name in given)
        return f"{kept} Set {names} in it yourself." if given else kept
    except OSError as error:
        raise SetupError(f"{path} cannot be written: {error.strerror}.", "Make the folder writable.") from error
    return f"Wrote {path.name}."


def _make_folder(path: Path) -> list[str]:
    if path.is_dir():
        return []
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(
            f"The folder {path} cannot be made: {error.strerror}.", "Make it, or set CMS_DATABASE_URL."
        ) from error
    return [f"Made the folder {path}."]


def _written(default: object) -> str:
    if default is PydanticUndefined:
        return ""
    if isinstance(default, tuple):
        return ",".join(str(item) for item in default)
    return str(default).lower() if isinstance(default, bool) else str(default)


def _quoted(value: str) -> str:
    # Within single quotes a .env file knows no escapes but these two.
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
