"""Where the Studio and the playground are, and what their pages may do in a browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from cms.gui.files import STATIC, BuiltFile, answer_with, built_files
from cms.settings import Settings

STUDIO_PATH, PLAYGROUND_PATH = "/studio", "/playground"
FILES_PATH = "/gui"  # Vite's `base`
REMEDY = (
    "Install the package again with CMS_STUDIO=require in the environment, which builds them "
    "and says what is in the way (docs/studio.md)."
)

# Nothing runs, loads or is asked but what this server has; pictures of articles may be anywhere.
STUDIO_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' blob: data: http: https:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
PLAYGROUND_POLICY = STUDIO_POLICY | {
    # Monaco, its editor, writes style elements and style attributes, and carries its fonts in its style sheet.
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self' data:",
    "img-src": "'self' data:",
    "worker-src": "'self'",
}

Endpoint = Callable[[Request], Awaitable[Response]]


def gui_routes(settings: Settings) -> list[Route]:
    """The addresses of the pages that the settings want; a page that was not built says so."""
    files = built_files(STATIC)
    routes = []
    if settings.serve_studio:
        page = _page("studio.html", files, STUDIO_POLICY)
        # The Studio's own router knows the addresses below it.
        routes += [Route(STUDIO_PATH, page), Route(f"{STUDIO_PATH}/{{path:path}}", page)]
    if settings.serve_playground:
        routes.append(Route(PLAYGROUND_PATH, _page("playground.html", files, PLAYGROUND_POLICY)))
    if routes:
        routes.append(Route(f"{FILES_PATH}/{{name:path}}", _file_of(files)))
    return routes


def is_missing(settings: Settings) -> bool:
    """Whether the settings want pages that are not in this installation."""
    return (settings.serve_studio or settings.serve_playground) and not built_files(STATIC)


def _page(name: str, files: Mapping[str, BuiltFile], policy: Mapping[str, str]) -> Endpoint:
    headers = {
        "Content-Security-Policy": "; ".join(f"{directive} {sources}" for directive, sources in policy.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "same-origin",
    }

    async def show(request: Request) -> Response:
        if name not in files:
            return HTMLResponse(f"<!doctype html><title>Not built</title><p>This page was not built. {REMEDY}</p>", 404)
        return answer_with(files[name], request, headers)

    return show


def _file_of(files: Mapping[str, BuiltFile]) -> Endpoint:
    async def show(request: Request) -> Response:
        file = files.get(request.path_params["name"])
        if file is None:
            raise HTTPException(404)
        # Workers are bound by the policy of their own answer.
        policy = "default-src 'none'; script-src 'self'; connect-src 'none'"
        headers = {"Content-Security-Policy": policy, "Cross-Origin-Resource-Policy": "same-origin"}
        return answer_with(file, request, headers)

    return show
