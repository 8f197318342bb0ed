"""The command `cms`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal, NoReturn

from cyclopts import App, CycloptsError, Parameter

from cms import __version__
from cms.errors import CMSError
from cms.log import escape

app = App(
    name="cms",
    help="Broadsheet: a headless CMS for news and article sites.",
    version=__version__,
    help_format="plaintext",
    error_formatter=lambda error: f"cms: {escape(str(error))}",
)


def main() -> NoReturn:
    """Run one command. Exit codes: 0 done, 1 refused (one line on stderr says why), 2 wrong usage, 130 interrupted."""
    try:
        result = app(result_action="return_value", exit_on_error=False)
    except CycloptsError:
        sys.exit(2)
    except CMSError as error:
        print(f"cms: {escape(error.message)}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(result if isinstance(result, int) else 0)


# Each command imports what it runs when it is run: the server's parts take most of a second, and `cms --help`,
# shell completion and `cms version` need none of them.
# ruff: noqa: PLC0415


@app.command
def serve(*, host: str | None = None, port: int | None = None, workers: int | None = None) -> int:
    """Serve the site.

    Parameters
    ----------
    host: The address to listen on, instead of CMS_HOST.
    port: The port to listen on, instead of CMS_PORT; 0 takes a free one.
    workers: Server processes, instead of CMS_WORKERS.
    """
    from cms.serving import serve as run
    from cms.settings import load_settings

    return run(load_settings(host=host, port=port, workers=workers))


@app.command
async def migrate(*, plan: bool = False) -> None:
    """Bring the database to this version; makes it if it is not there.

    Parameters
    ----------
    plan: Only print what would be done.
    """
    from cms import migrations
    from cms.settings import load_settings

    done = await migrations.migrate(load_settings().database_url, plan_only=plan)
    print("\n".join(done) if done else "Nothing to do: the database is at this version.")


@app.command
async def makemigrations(name: str = "") -> None:
    """Write a migration for what was changed in the models. For developers of Broadsheet.

    Parameters
    ----------
    name: A few words for the file's name.
    """
    from cms import migrations

    path = await migrations.make_migrations(name)
    print(f"Wrote {path}" if path else "Nothing to do: the migrations already make the models.")


@app.command
async def init(*, site_name: str | None = None, site_url: str | None = None) -> None:
    """Set up a site here: its folder, its database and a `.env` with every setting explained.

    Whatever exists is kept; running it again does no harm.

    Parameters
    ----------
    site_name: The name of the site.
    site_url: The public address of the site.
    """
    from cms.setup import set_up

    for line in await set_up(Path.cwd(), site_name=site_name, site_url=site_url):
        print(line)


@app.command(name="import")
async def import_(
    paths: Annotated[list[str], Parameter(consume_multiple=True)],
    *,
    publish: bool = False,
    format: Literal["auto", "page", "jsonl"] = "auto",  # noqa: A002 - the option's name on the command line
    verbose: bool = False,
    json: bool = False,
) -> int:
    """Import articles as drafts. Exit code 1 if any item was refused; the others are in.

    Parameters
    ----------
    paths: Files, folders, or - for standard input.
    publish: Publish every item that has all that publishing needs.
    format: The form of the input; `auto` tells it from each file.
    verbose: Print a line for each item, not only for the refused ones.
    json: Print a JSON object for each item.
    """
    from cms.imports import run_import
    from cms.settings import load_settings

    return await run_import(load_settings(), paths, publish=publish, format_name=format, verbose=verbose, as_json=json)


@app.command
def demo(*paths: str, port: int | None = None) -> int:
    """Serve a throw-away site with articles to try everything on.

    Parameters
    ----------
    paths: Pages to import besides the bundled ones.
    port: The port to listen on, instead of CMS_PORT; 0 takes a free one.
    """
    from cms.demo import run_demo

    return run_demo(paths, port=port)


@app.command
def version() -> None:
    """Print the version."""
    print(f"broadsheet-cms {__version__}")
