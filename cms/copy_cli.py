"""The commands `cms copies`."""

# Printing is what this module is for; the commands import what they run when they are run, as those of cms/cli.py do.
# ruff: noqa: T201, PLC0415

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from cms.log import configure_logging
from cms.permissions import Viewer
from cms.settings import Settings, load_settings

copies_app = App(name="copies", help="Signatures of texts, and the stories that copies make.")


def _settings() -> Settings:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    return settings


@copies_app.command
async def rebuild(*, all: Annotated[bool, Parameter(negative="")] = False) -> None:  # noqa: A002 - the option's name
    """Make the signatures that drafts lack, and find their copies: once after an upgrade from a version without.

    It may run beside the server, and be stopped and begun again.

    Args:
        all: Make all signatures anew.
    """
    from cms.app import open_site
    from cms.copy_upkeep import rebuild as run

    count = 0
    async with open_site(_settings(), wait_seconds=60):
        async for count in run(Viewer.system("cms copies rebuild"), everything=all):  # noqa: B007 - the last one is told
            pass
    print(f"Made the signatures of {count} drafts.")


@copies_app.command
async def verify() -> int:
    """Look whether all signatures and stories are what they should be. Exit code 1 if one is not."""
    from cms.app import open_site
    from cms.copy_upkeep import verify as run

    count = 0
    async with open_site(_settings()):
        async for problem in run():
            print(problem)
            count += 1
    print(f"{count} problems; `cms copies rebuild --all` makes everything anew." if count else "All is well.")
    return 1 if count else 0
