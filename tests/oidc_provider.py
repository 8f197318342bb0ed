"""A small OpenID Connect provider that is real: it listens on loopback, checks what it is sent, and signs with RSA."""

from __future__ import annotations

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT_ID, CLIENT_SECRET = "a newsroom", "s3cret:of the newsroom"

Sign = Callable[[dict[str, Any]], str]


def new_key(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig"})


@dataclass
class LocalProvider:
    """What the provider knows. Tests change it between two requests; `reset` undoes all of it.

    Attributes:
        person: the claims of whoever sits at the browser.
        at_userinfo: claims that stand at the userinfo endpoint instead of in the ID token.
        claims: what replaces claims of the ID token; None leaves one out.
        sign: makes the ID token of its claims, if not as it should be.
        answers: what addresses answer instead of what they should.
        asked: the paths that were asked for.
    """

    issuer: str
    keys: list[RSAKey]
    client_secret: str = CLIENT_SECRET
    person: dict[str, Any] = field(default_factory=dict)
    at_userinfo: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    sign: Sign | None = None
    answers: dict[str, Response] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def reset(self, keys: list[RSAKey]) -> None:
        self.__init__(self.issuer, keys)  # type: ignore[misc]  # everything as at the start
        self.person = {"sub": "248289761001", "email": "editor@example.org", "email_verified": True, "name": "李编辑"}

    def signed(self, claims: dict[str, Any]) -> str:
        key = self.keys[-1]
        return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)

    def told(self) -> dict[str, Any]:
        """What it says of itself."""
        told = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }
        return told | self.metadata

    async def discovery(self, _request: Request) -> Response:
        return JSONResponse(self.told())

    async def authorize(self, request: Request) -> Response:
        """Somebody proves who he is here; this provider believes everybody."""
        given = dict(request.query_params)
        wanted = {"response_type": "code", "client_id": CLIENT_ID, "code_challenge_method": "S256"}
        if not wanted.items() <= given.items() or "openid" not in given["scope"].split():
            return Response(f"not as it should be: {given}", 400)
        code = secrets.token_urlsafe()
        self.codes[code] = given
        answer = {"code": code, "state": given["state"], "iss": self.issuer}
        return RedirectResponse(f"{given['redirect_uri']}?{urlencode(answer)}", 302)

    async def token(self, request: Request) -> Response:
        form: dict[str, str] = dict(parse_qsl((await request.body()).decode()))
        asked = self.codes.pop(form.get("code", ""), None)
        if not self._is_client(request, form):
            return JSONResponse({"error": "invalid_client"}, 401)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if (
            asked is None
            or form.get("grant_type") != "authorization_code"
            or form.get("redirect_uri") != asked["redirect_uri"]
            or challenge.decode().rstrip("=") != asked["code_challenge"]
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        claims = {name: value for name, value in (claims | self.person | self.claims).items() if value is not None}
        id_token = (self.sign or self.signed)(claims)
        return JSONResponse({"access_token": "an access token", "token_type": "Bearer", "id_token": id_token})

    async def jwks(self, _request: Request) -> Response:
        return JSONResponse(KeySet(list(self.keys)).as_dict(private=False))

    async def userinfo(self, request: Request) -> Response:
        if request.headers["authorization"] != "Bearer an access token":
            return Response(status_code=401)
        return JSONResponse({"sub": self.person["sub"]} | self.at_userinfo)

    def _is_client(self, request: Request, form: dict[str, str]) -> bool:
        if not self.client_secret:
            return form.get("client_id") == CLIENT_ID
        if "client_secret" in form:
            return (form["client_id"], form["client_secret"]) == (CLIENT_ID, self.client_secret)
        given = request.headers.get("authorization", "").removeprefix("Basic ")
        return base64.b64decode(given).decode() == f"{CLIENT_ID}:{self.client_secret}"

    def app(self) -> Starlette:
        paths = {
            "/.well-known/openid-configuration": self.discovery,
            "/authorize": self.authorize,
            "/token": self.token,
            "/jwks": self.jwks,
            "/userinfo": self.userinfo,
        }

        async def answer(request: Request) -> Response:
            self.asked.append(request.url.path)
            return self.answers.get(request.url.path) or await paths[request.url.path](request)

        return Starlette(routes=[Route(path, answer, methods=["GET", "POST"]) for path in paths])


@contextmanager
def local_provider() -> Iterator[LocalProvider]:
    """A provider that listens, in a thread of its own."""
    listener = socket.create_server(("127.0.0.1", 0))
    provider = LocalProvider(f"http://127.0.0.1:{listener.getsockname()[1]}", [])
    server = uvicorn.Server(uvicorn.Config(provider.app(), log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield provider
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
