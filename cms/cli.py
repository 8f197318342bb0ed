"""The command `cms`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, NoReturn

from cyclopts import App, CycloptsError, Parameter

from cms import __version__
from cms.account_cli import tokens_app, users_app
from cms.asset_cli import assets_app
from cms.copy_cli import copies_app
from cms.errors import CMSError
from cms.follower_cli import events_app, related_app, webhooks_app
from cms.log import configure_logging, escape
from cms.search_cli import search_app
from cms.settings import Settings, load_settings

app = App(
    name="cms",
    help="Broadsheet: a headless CMS for news and article sites.",
    version=__version__,
    help_format="plaintext",
    # `main` prints errors, as one line.
    print_error=False,
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command, that of the command line if none is given.

    Exit codes: 0 done, 1 refused (one line on stderr says why), 2 wrong usage, 130 interrupted.
    """
    try:
        result = app(
            sys.argv[1:] if arguments is None else arguments, result_action="return_value", exit_on_error=False
        )
    except CycloptsError as error:
        print(f"cms: {escape(str(error))}", file=sys.stderr)
        sys.exit(2)
    except CMSError as error:
        print(f"cms: {escape(error.message)}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # The reader (`head`, `less`) has left. The interpreter's last flush must not meet the closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(result if isinstance(result, int) else 0)


# Each command imports what it runs when it is run: the server's parts take most of a second, and `cms --help`,
# shell completion and `cms version` need none of them.
# ruff: noqa: PLC0415


def _settings(**overrides: object) -> Settings:
    settings = load_settings(**overrides)
    configure_logging(settings.log_level, settings.log_format)
    return settings


@app.command
def serve(*, host: str | None = None, port: int | None = None, workers: int | None = None) -> int:
    """Serve the site.

    Args:
        host: The address to listen on, instead of CMS_HOST.
        port: The port to listen on, instead of CMS_PORT; 0 takes a free one.
        workers: Server processes, instead of CMS_WORKERS.
    """
    from cms.serving import serve as run

    return run(_settings(host=host, port=port, workers=workers))


@app.command
async def worker() -> None:
    """Do what the server does beside answering, in a process of its own: plans, tidying up, webhooks.

    `cms serve` does all this, too; several processes share the work. It ends on SIGTERM and Ctrl-C.
    """
    from cms.working import work

    await work(_settings())


@app.command
async def migrate(*, plan: Annotated[bool, Parameter(negative="")] = False) -> None:
    """Bring the database to this version; makes it if it is not there.

    Args:
        plan: Only print the SQL that would be run.
    """
    from cms import migrations

    url = _settings().database_url
    if plan:
        steps = await migrations.plan(url)
        lines = [line for step in steps for line in (f"-- {step.name}", *(f"{sql};" for sql in step.statements))]
    else:
        lines = [f"Applied {name}." for name in await migrations.migrate(url)]
    print("\n".join(lines) if lines else "Nothing to do: the database is at this version.")


@app.command
async def makemigrations(name: str = "", /) -> None:
    """Write a migration for what was changed in the models. For developers of Broadsheet.

    Args:
        name: A few words for the file's name.
    """
    from cms import migrations

    _settings()
    path = await migrations.make_migrations(name)
    print(f"Wrote {path}." if path else "Nothing to do: the migrations already make the models.")


@app.command
async def init(*, site_name: str | None = None, site_url: str | None = None) -> None:
    """Set up a site here: its folder, its database and a `.env` with every setting explained.

    Whatever exists is kept; running it again does no harm.

    Args:
        site_name: The name of the site.
        site_url: The public address of the site.
    """
    from cms.setup import set_up

    _settings()
    for line in await set_up(Path.cwd(), site_name=site_name, site_url=site_url):
        print(line)


def _check_paths(_type: object, paths: list[str]) -> None:
    # So that "-" can be a path, the parser takes everything with a hyphen that is no option of the command for one.
    for path in paths:
        if path.startswith("-") and path != "-":
            raise ValueError(f'Unknown option: "{path}". A file of that name is written ./{path}')


@app.command(name="import")
async def import_(
    paths: Annotated[list[str], Parameter(consume_multiple=True, allow_leading_hyphen=True, validator=_check_paths)],
    /,
    *,
    publish: Annotated[bool, Parameter(negative="")] = False,
    publish_undated: Annotated[bool, Parameter(negative="")] = False,
    duplicates: Literal["keep", "skip"] = "keep",
    format: Literal["auto", "page", "html", "jsonl"] = "auto",  # noqa: A002 - the option's name on the command line
    verbose: Annotated[bool, Parameter(negative="")] = False,
    json: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Import articles as drafts. Exit code 1 if any item was refused; the others are in.

    Running it again completes an import that was cut off: what was imported before is matched, not made again.

    Args:
        paths: Files, folders, or - for standard input.
        publish: Publish every item that has all that publishing needs, a date included.
        publish_undated: Publish also what carries no date, without giving it one.
        format: The form of the input; `auto` tells it from each file.
        duplicates: What to do with an item that has nearly the same text as an article that is here: `keep` imports
            it and says so, `skip` does not.
        verbose: Print a line for each item, not only for those with something to look at.
        json: Print a JSON object for each item.
    """
    from cms.importers.files import Tally, count_items, read_items
    from cms.importers.store import Policy
    from cms.imports import JSONReport, TextReport, run_import

    settings = _settings()
    policy = Policy(
        publish=publish or publish_undated,
        publish_undated=publish_undated,
        slug_style=settings.slug_style,
        skip_duplicates=duplicates == "skip",
    )
    report = JSONReport() if json else TextReport(verbose=verbose)
    tally = Tally()
    items = read_items(paths, form=format, tally=tally)
    total = count_items(paths) if sys.stderr.isatty() else None  # only a bar on a terminal needs it
    return await run_import(settings, items, policy, report, tally=tally, total=total)


app.command(users_app)
app.command(tokens_app)
app.command(events_app)
app.command(related_app)
app.command(webhooks_app)
app.command(assets_app)
app.command(copies_app)
app.command(search_app)


@app.command
def demo(*paths: str, port: int | None = None) -> int:
    """Serve a throw-away site with articles to try everything on.

    Args:
        paths: Pages to import besides the bundled ones.
        port: The port to listen on, instead of CMS_PORT; 0 takes a free one.
    """
    from cms.demo import run_demo

    return run_demo(paths, port=port)


@app.command
def version() -> None:
    """Print the version."""
    print(f"broadsheet-cms {__version__}")
