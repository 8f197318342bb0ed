"""The command `cms search`."""

# Printing is what this module is for; the commands import what they run when they are run, as those of cms/cli.py do.
# ruff: noqa: T201, PLC0415

from __future__ import annotations

import sys
from typing import Annotated

from cyclopts import App, Parameter

from cms.log import configure_logging
from cms.settings import Settings, load_settings

Flag = Annotated[bool, Parameter(negative="")]

search_app = App(name="search", help="Make the search index anew, and look whether it is right.")


@search_app.command
async def rebuild(*, missing: Flag = False) -> None:
    """Make the search index anew, in batches, while the site goes on, and what names can be completed by.

    It may be interrupted; the worker goes on then.

    Args:
        missing: Only make what is missing, or of an older version of the analyser, or under former names.
    """
    from cms import completion
    from cms.app import open_site
    from cms.search import upkeep
    from cms.search.index import DRAFTS, PUBLIC

    async with open_site(_settings()):
        for index in (PUBLIC, DRAFTS):
            if not missing:
                await upkeep.make_all_anew(index)
            count = 0
            async for made in upkeep.complete(index):
                count += made
                if sys.stderr.isatty():
                    print(f"\r{index.owner}s: {count:,}", end="", file=sys.stderr, flush=True)
            if sys.stderr.isatty():
                print("\r", end="", file=sys.stderr)
            print(f"{index.owner}s: {count:,} made anew.")
        print(f"names: {await completion.rebuild(missing=missing):,} made anew.")


@search_app.command
async def verify(*, json: Flag = False) -> int:
    """Look whether everything is in the search index as it is now. Exit code 1 if something is not.

    Args:
        json: Print a JSON object for each index.
    """
    import orjson

    from cms import completion
    from cms.app import open_site
    from cms.search import upkeep
    from cms.search.index import DRAFTS, PUBLIC

    is_well = True
    async with open_site(_settings()):
        for index in (PUBLIC, DRAFTS):
            state = await upkeep.state_of(index)
            is_well = is_well and state.is_well
            facts = {"index": index.owner, **vars(state)}
            if json:
                print(orjson.dumps(facts).decode())
            else:
                print("  ".join(f"{name}={value}" for name, value in facts.items()))
        lacking = await completion.lacking()
        print(
            orjson.dumps({"index": "name", "missing": lacking}).decode() if json else f"index=name  missing={lacking}"
        )
        is_well = is_well and not lacking
    if not is_well:
        print("`cms search rebuild --missing` mends it.", file=sys.stderr)
    return 0 if is_well else 1


def _settings() -> Settings:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    return settings
