"""The commands `cms assets`."""

# Printing is what this module is for; the commands import what they run when they are run, as those of cms/cli.py do.
# ruff: noqa: T201, PLC0415

from __future__ import annotations

from cyclopts import App

from cms.log import configure_logging
from cms.settings import Settings, load_settings

assets_app = App(name="assets", help="The files of pictures and documents.")


def _settings() -> Settings:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    return settings


@assets_app.command
async def verify() -> int:
    """Look whether every asset has its file, and every file its asset. Exit code 1 if one has not."""
    from cms.app import open_site
    from cms.asset_upkeep import verify as run
    from cms.library import Library

    settings = _settings()
    library = Library(settings)
    count = 0
    async with open_site(settings):
        async for problem in run(library):
            print(problem)
            count += 1
    await library.close()
    print(f"{count} problems." if count else "All is well.")
    return 1 if count else 0


@assets_app.command
async def clean() -> None:
    """Delete files that no asset has; those of the last hour stay. The server does it once a day by itself."""
    from cms.app import open_site
    from cms.asset_upkeep import clean as run
    from cms.library import Library

    settings = _settings()
    library = Library(settings)
    async with open_site(settings):
        gone = await run(library)
    await library.close()
    print(f"Deleted {len(gone)} files that no asset had.")
