"""The addresses at which a browser signs in by an OpenID Connect provider: on the way there, and back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from http.cookies import SimpleCookie

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from cms import sessions, throttle
from cms.auth import cookie_name, session_cookie
from cms.db import writing
from cms.errors import CMSError, InvalidCredentials, RateLimited, Unavailable
from cms.identities import Identified
from cms.log import get_logger
from cms.oidc import FLOW_SECONDS, Flow, FlowRefused, Provider, ProviderFailed
from cms.settings import OIDC_CALLBACK_PATH, OIDC_LOGIN_PATH, Settings
from cms.words import Role

HOME = "/"
# The address of the callback holds a code, so it goes into no Referer.
HEADERS = {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"}
STATUS: dict[type[CMSError], int] = {
    FlowRefused: 400,
    InvalidCredentials: 403,
    RateLimited: 429,
    ProviderFailed: 502,
    Unavailable: 503,
}

log = get_logger(__name__)

Endpoint = Callable[[Request], Awaitable[Response]]


def oidc_routes(settings: Settings) -> list[Route]:
    """The two addresses, for the provider of the settings."""
    provider = Provider(settings)

    async def login(request: Request) -> Response:
        """Send the browser to the provider; `next` is the path of this site where it goes in the end."""
        flow = Flow.begin(request.query_params.get("next", HOME))
        response = RedirectResponse(await provider.authorization_url(flow), 303, HEADERS)
        response.headers.append("Set-Cookie", _flow_cookie(settings, flow.cookie))
        return response

    async def callback(request: Request) -> Response:
        """Begin a session for whom the provider vouches for, once for each sign-in that was begun."""
        flow = Flow.from_cookie(request.cookies.get(_cookie_name(settings), ""))
        code = await _code(request, provider, flow)
        browser = sessions.Browser(
            request.client.host if request.client else "",
            request.headers.get("user-agent", ""),
            request.cookies.get(cookie_name(settings)),
        )
        signed_in = await sessions.sign_in_identified(
            await _identified(provider, flow, code, browser.address),
            browser,
            create_role=Role(settings.oidc_create_users) if settings.oidc_create_users else None,
            lifetime_seconds=settings.session_lifetime_seconds,
        )
        response = RedirectResponse(flow.next, 303, HEADERS)
        response.headers.append("Set-Cookie", session_cookie(settings, signed_in.secret))
        response.headers.append("Set-Cookie", _flow_cookie(settings, None))
        return response

    return [
        Route(OIDC_LOGIN_PATH, _telling(settings, login), methods=["GET"]),
        Route(OIDC_CALLBACK_PATH, _telling(settings, callback), methods=["GET"]),
    ]


async def _code(request: Request, provider: Provider, flow: Flow) -> str:
    """The code in the address that the provider sent the browser to; the flow is used up.

    Raises:
        FlowRefused: the address belongs to another flow, was used before, or tells that the provider refused.
    """
    given = {name: request.query_params.getlist(name) for name in ("state", "code", "error", "iss")}
    if any(len(values) > 1 for values in given.values()):
        raise FlowRefused("a parameter was given twice")
    state, code, error, issuer = ("".join(values) for values in given.values())
    flow.check_state(state)
    async with writing() as tx:
        is_first = await throttle.use_once(tx, flow.state, timedelta(seconds=FLOW_SECONDS * 2))
    if not is_first:
        raise FlowRefused("this state was used before")
    if issuer not in {"", provider.issuer}:
        raise FlowRefused("the answer is from another issuer")
    if error or not code:
        raise FlowRefused(f"the provider refused: {error[:100]}")
    return code


async def _identified(provider: Provider, flow: Flow, code: str, address: str) -> Identified:
    """Who it was, by the code. Made-up codes from one network are refused after some, lest the provider is flooded."""
    counted = await throttle.count_place(address)
    try:
        identified = await provider.identify(flow, code)
    except ProviderFailed:
        await throttle.give_back(counted)
        raise
    await throttle.give_back(counted)
    return identified


def _telling(settings: Settings, endpoint: Endpoint) -> Endpoint:
    """The endpoint, with refusals as a small page of text, and their reasons in the log alone."""

    async def respond(request: Request) -> Response:
        try:
            return await endpoint(request)
        except CMSError as refusal:
            status = next((status for kind, status in STATUS.items() if isinstance(refusal, kind)), None)
            if status is None:
                raise
            reason = getattr(refusal, "reason", refusal.message)
            write = log.warning if status >= 500 else log.info
            write("oidc.refused", code=refusal.code, reason=reason[:500])
            return _page(request, settings, refusal, status)

    return respond


def _page(request: Request, settings: Settings, refusal: CMSError, status: int) -> Response:
    headers = dict(HEADERS)
    if isinstance(refusal, RateLimited):
        headers["Retry-After"] = str(refusal.retry_after_seconds)
    message = refusal.message[:1].upper() + refusal.message[1:]
    again = f"Sign in again: {settings.site_url}{OIDC_LOGIN_PATH}"
    request_id = request.scope.get("state", {}).get("request_id", "")
    return PlainTextResponse(f"{message}.\n\n{again}\n\nRequest {request_id}\n", status, headers)


def _cookie_name(settings: Settings) -> str:
    return f"{cookie_name(settings)}-oidc"


def _flow_cookie(settings: Settings, value: str | None) -> str:
    """A Set-Cookie header that keeps what a sign-in needs to come back to, or takes it away (None)."""
    name = _cookie_name(settings)
    cookie: SimpleCookie = SimpleCookie({name: value or ""})
    # Not Strict, because the browser comes back from another site.
    attributes = {"path": "/", "httponly": True, "samesite": "Lax", "max-age": FLOW_SECONDS if value else 0}
    for attribute, given in (attributes | {"secure": settings.site_url.startswith("https:")}).items():
        cookie[name][attribute] = given
    return cookie[name].OutputString()
