"""Running the HTTP server: uvicorn with the limits that its defaults lack."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import sys

import uvicorn
from uvicorn.supervisors import Multiprocess

from cms.app import create_app, leave_imports_alone, open_site
from cms.errors import SetupError
from cms.gui import pages
from cms.log import configure_logging, get_logger
from cms.protocol import GuardedProtocol, GuardedSocketProtocol
from cms.settings import Settings

log = get_logger(__name__)


def serve(settings: Settings) -> int:
    """Serve the site until the process is told to stop (SIGTERM, SIGINT); the exit code is 0 after an orderly stop.

    Raises:
        SetupError: the database or the port cannot be used; nothing was started.
    """
    configure_logging(settings.log_level, settings.log_format)
    # Tried here first, because the server would go on starting workers that cannot start.
    asyncio.run(_try_site(settings))
    with listen(settings.host, settings.port) as listener:
        return run_server(settings, listener)


def run_server(settings: Settings, listener: socket.socket) -> int:
    """Serve on a listening socket until the process is told to stop; the exit code.

    More than one worker takes its settings from the environment, not from `settings`: workers are new processes.
    """
    configure_logging(settings.log_level, settings.log_format)
    # uvicorn raises the signal again when it has stopped in order; that is no failure.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    log.info("server.listening", url=address_of(listener), workers=settings.workers)
    if pages.is_missing(settings):
        log.info("gui.missing", remedy=pages.REMEDY)
    if settings.workers > 1:
        Multiprocess(uvicorn_config("cms.app:from_environment", settings), sockets=[listener]).run()
        return 0
    leave_imports_alone()
    server = uvicorn.Server(uvicorn_config(create_app(settings), settings))
    server.run(sockets=[listener])
    return 0 if server.started else 1


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on the address; port 0 takes a free one.

    Raises:
        SetupError: the address is in use, is not this machine's, or needs rights that the user has not.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise _cannot_listen(host, port, error) from error
    listener.set_inheritable(True)
    return listener


def address_of(listener: socket.socket) -> str:
    """The URL under which a listening socket is reached from this machine."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def uvicorn_config(app: object, settings: Settings) -> uvicorn.Config:
    """uvicorn's configuration for an application, or for the import string of a factory of one."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # either form that uvicorn takes
        factory=isinstance(app, str),
        workers=settings.workers,
        loop="uvloop",
        http=GuardedProtocol,
        ws=GuardedSocketProtocol,
        ws_max_size=settings.socket_message_bytes,
        ws_ping_interval=settings.heartbeat_seconds,
        ws_ping_timeout=settings.heartbeat_seconds,
        # Messages are short, and the memory that compression keeps for each socket is not.
        ws_per_message_deflate=False,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # a layer of the application reads them, where they are needed (cms/app.py)
        limit_concurrency=settings.concurrency_limit,
        timeout_keep_alive=settings.keep_alive_seconds,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        # Named for uvicorn's other parser; ours takes it as the most that a head may have while it is incomplete.
        h11_max_incomplete_event_size=settings.header_limit_bytes,
    )


async def _try_site(settings: Settings) -> None:
    create_app(settings)
    async with open_site(settings):
        pass


def _cannot_listen(host: str, port: int, error: OSError) -> SetupError:
    where = f"{host}, port {port}"
    if error.errno == errno.EADDRINUSE:
        return SetupError(f"Something else already listens on {where}.", "Stop it or choose another port with --port.")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return SetupError(f"This user may not listen on {where}.", "Choose a port above 1023 with --port.")
    return SetupError(f"The server cannot listen on {where}: {error.strerror}.", "Correct --host or CMS_HOST.")
