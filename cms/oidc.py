"""What an OpenID Connect provider says of somebody: the authorization code flow with PKCE, state and nonce.

OpenID Connect Core 1.0 and Discovery 1.0, RFC 7636. Who of those people may come in, cms/identities.py tells.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import re
import secrets
import ssl
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx2
import orjson
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import Key, KeySet, import_key

from cms.errors import CMSError
from cms.identities import Identified
from cms.settings import LOOPBACK, OIDC_CALLBACK_PATH, Settings

FLOW_SECONDS = 600
# What the provider publishes is asked for anew after this time, so that a key that it gave up ends here, too.
KEPT_SECONDS = 3600
ANSWER_SECONDS = 10.0
ANSWER_BYTES = 512 * 1024
CLOCK_SECONDS = 60
# Signatures that only the provider can make. With `none` and the HS family everybody could who knows the public key.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
KEY_TYPES = frozenset({"RSA", "EC", "OKP"})
METHODS = ("client_secret_basic", "client_secret_post")

_LOCAL_PATH = re.compile(r"/(?!/)[^\x00-\x20\x7f\\\ud800-\udfff]*")
NEXT_BYTES = 1000
_SUBJECT = re.compile(r"[\x20-\x7e]{1,255}")


class ProviderFailed(CMSError):
    """The provider cannot be reached, or does not answer as the protocol wants. `reason` is for the log."""

    code = "UNAVAILABLE"

    def __init__(self, reason: str) -> None:
        super().__init__("the sign-in provider does not answer as it should; try again later")
        self.reason = reason


class FlowRefused(CMSError):
    """What came back belongs to no sign-in that this browser began, or proves nothing. `reason` is for the log."""

    code = "INVALID_CREDENTIALS"

    def __init__(self, reason: str) -> None:
        super().__init__("this sign-in was not completed here; begin it again")
        self.reason = reason


@dataclass(frozen=True)
class Flow:
    """One sign-in that a browser began.

    The browser keeps a secret in its cookie, from which everything else follows, so that nothing is stored here: the
    state that comes back by its address, the nonce that the provider signs, and the verifier of PKCE. None of them
    tells the secret or each other.
    """

    secret: str
    begun_at: int
    next: str

    @classmethod
    def begin(cls, next_path: str) -> Flow:
        """A new one, that leads to a path of this site in the end.

        Raises:
            FlowRefused: that is no such path.
        """
        if not is_local(next_path):
            raise FlowRefused("next is not a path of this site")
        return cls(secrets.token_urlsafe(32), int(time.time()), next_path)

    @classmethod
    def from_cookie(cls, cookie: str) -> Flow:
        """The one in a cookie.

        Raises:
            FlowRefused: there is none, or it is too old.
        """
        secret, _, rest = cookie.partition(".")
        begun_at, _, path = rest.partition(".")
        try:
            flow = cls(secret, int(begun_at), base64.urlsafe_b64decode(path + "==").decode())
        except ValueError:
            raise FlowRefused("no cookie of a sign-in") from None
        if len(secret) < 43 or not is_local(flow.next):
            raise FlowRefused("no cookie of a sign-in")
        if not -CLOCK_SECONDS <= time.time() - flow.begun_at <= FLOW_SECONDS:
            raise FlowRefused("the sign-in took too long")
        return flow

    @property
    def cookie(self) -> str:
        """What the browser keeps."""
        return f"{self.secret}.{self.begun_at}.{_as_text(self.next.encode())}"

    @property
    def state(self) -> str:
        """What comes back with the answer; bound to all of the cookie."""
        return self._derived(f"state {self.begun_at} {self.next}")

    @property
    def nonce(self) -> str:
        """What the provider signs."""
        return self._derived("nonce")

    @property
    def verifier(self) -> str:
        """What proves to the provider that the code comes from who asked for it (43 characters, as RFC 7636 wants)."""
        return self._derived("verifier")

    def _derived(self, purpose: str) -> str:
        return _as_text(hmac.digest(self.secret.encode(), purpose.encode(), hashlib.sha256))

    def check_state(self, state: str) -> None:
        """Go on only with the state of this flow.

        Raises:
            FlowRefused: it is another.
        """
        if not hmac.compare_digest(self.state.encode(), state.encode("utf-8", "surrogatepass")):
            raise FlowRefused("the state is not that of this browser")


def is_local(path: str) -> bool:
    """Whether a browser that is sent there stays on this site. It takes `//` and `/\\` for other sites."""
    return bool(_LOCAL_PATH.fullmatch(path)) and len(path.encode()) <= NEXT_BYTES


def _as_text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class Provider:
    """The provider of a site, as its settings name it."""

    def __init__(self, settings: Settings) -> None:
        self.issuer = settings.oidc_issuer
        self.redirect_uri = settings.site_url + OIDC_CALLBACK_PATH
        self._client_id = settings.oidc_client_id
        self._client_secret = settings.oidc_client_secret
        self._scopes = settings.oidc_scopes
        self._kept: dict[str, tuple[float, dict[str, Any]]] = {}
        self._tls: ssl.SSLContext | None = None

    async def authorization_url(self, flow: Flow) -> str:
        """Where the browser goes to prove to the provider who sits there.

        Raises:
            ProviderFailed: it cannot be told.
        """
        async with self._asking() as client:
            metadata = await self._metadata(client)
            url, _state = client.create_authorization_url(
                metadata["authorization_endpoint"], state=flow.state, code_verifier=flow.verifier, nonce=flow.nonce
            )
            return str(url)

    async def identify(self, flow: Flow, code: str) -> Identified:
        """Who it was, by the code that the provider gave the browser.

        Raises:
            FlowRefused: the provider does not know the code, or what it signed is not for this site and this flow.
            ProviderFailed: it cannot be told.
        """
        async with self._asking() as client:
            metadata = await self._metadata(client)
            client.token_endpoint_auth_method = self._method(metadata)
            try:
                answer = await client.fetch_token(
                    metadata["token_endpoint"],
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=flow.verifier,
                    redirect_uri=self.redirect_uri,
                )
            except AuthlibBaseError as error:
                raise _refused_by(error) from error
            except (ValueError, TypeError) as error:
                raise ProviderFailed(f"token_endpoint: {error}") from error
            claims = await self._claims(client, metadata, answer, flow)
            return self._identified(await self._completed(client, metadata, answer, claims))

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[Any]:
        """A client of the provider, and its failures as ours."""
        if self._tls is None:
            # Reading the certificates of all authorities takes tens of milliseconds.
            self._tls = await asyncio.to_thread(httpx2.create_ssl_context)
        try:
            async with asyncio.timeout(ANSWER_SECONDS), self._client() as client:
                yield client
        except TimeoutError:
            raise ProviderFailed(f"no answer within {ANSWER_SECONDS:g} s") from None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            told = str(error).partition("\n")[0]
            raise ProviderFailed(f"{type(error).__name__}: {told}") from error

    def _client(self) -> Any:
        return AsyncOAuth2Client(
            client_id=self._client_id,
            client_secret=self._client_secret or None,
            scope=self._scopes,
            redirect_uri=self.redirect_uri,
            code_challenge_method="S256",
            verify=self._tls,
            timeout=ANSWER_SECONDS,
            # What is compressed may grow without bounds when it is read.
            headers={"Accept-Encoding": "identity"},
            event_hooks={"response": [_bounded]},
        )

    async def _metadata(self, client: Any) -> dict[str, Any]:
        """What the provider says of itself (OpenID Connect Discovery 1.0)."""
        url = self.issuer.rstrip("/") + "/.well-known/openid-configuration"
        metadata = await self._published(client, url)
        if problem := self._problem_in(metadata):
            # As soon as it is mended, signing in shall work.
            del self._kept[url]
            raise ProviderFailed(problem)
        return metadata

    def _problem_in(self, metadata: Mapping[str, Any]) -> str:
        if metadata.get("issuer") != self.issuer:
            return "the provider names another issuer than CMS_OIDC_ISSUER"
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        unsafe = [name for name in needed if not _is_safe(metadata.get(name))]
        return f"the provider's {unsafe[0]} is no address on https" if unsafe else ""

    async def _published(self, client: Any, url: str, *, anew: bool = False) -> dict[str, Any]:
        """A JSON object at an address of the provider, at most an hour old."""
        kept_at, value = self._kept.get(url, (0.0, {}))
        if value and not anew and time.monotonic() - kept_at < KEPT_SECONDS:
            return value
        value = _object(await client.request("GET", url, withhold_token=True))
        self._kept[url] = (time.monotonic(), value)
        return value

    def _method(self, metadata: Mapping[str, Any]) -> str:
        """How this site proves to the provider who it is."""
        if not self._client_secret:
            return "none"
        offered = metadata.get("token_endpoint_auth_methods_supported")
        is_offered = (method for method in METHODS if isinstance(offered, list) and method in offered)
        return next(is_offered, METHODS[0])

    async def _claims(
        self, client: Any, metadata: Mapping[str, Any], answer: Mapping[str, Any], flow: Flow
    ) -> dict[str, Any]:
        """What the ID token says, after everything in it was verified."""
        id_token = answer.get("id_token")
        if not isinstance(id_token, str) or not isinstance(answer.get("access_token"), str):
            raise ProviderFailed("the provider's answer has no id_token or access_token")
        options = {"iss": _exactly(self.issuer), "aud": _exactly(self._client_id)}
        given = {"nonce": flow.nonce, "client_id": self._client_id, "access_token": answer["access_token"]}
        try:
            token = await self._token(client, metadata["jwks_uri"], id_token)
            claims = CodeIDToken(token.claims, token.header, options, given)
            claims.validate(leeway=CLOCK_SECONDS)
        except (JoseError, ValueError, TypeError) as error:
            raise FlowRefused(f"id_token: {type(error).__name__}: {error}") from error
        return dict(claims)

    async def _token(self, client: Any, jwks_uri: str, id_token: str) -> jwt.Token:
        """The ID token, whose signature is that of one of the provider's keys."""
        try:
            return _verified(id_token, await self._published(client, jwks_uri))
        except (InvalidKeyIdError, BadSignatureError):
            # The provider may have changed its keys since they were read.
            return _verified(id_token, await self._published(client, jwks_uri, anew=True))

    async def _completed(
        self, client: Any, metadata: Mapping[str, Any], answer: Mapping[str, Any], claims: dict[str, Any]
    ) -> dict[str, Any]:
        """The claims with those about the person, which some providers tell at another address only."""
        endpoint = metadata.get("userinfo_endpoint")
        if "email" in claims or not _is_safe(endpoint):
            return claims
        headers = {"Authorization": f"Bearer {answer['access_token']}", "Accept": "application/json"}
        told = _object(await client.request("GET", endpoint, withhold_token=True, headers=headers))
        if told.get("sub") != claims["sub"]:
            raise FlowRefused("the provider tells of somebody else at its userinfo_endpoint")
        return told | claims

    def _identified(self, claims: Mapping[str, Any]) -> Identified:
        subject, email, verified = claims["sub"], claims.get("email"), claims.get("email_verified")
        if not isinstance(subject, str) or not _SUBJECT.fullmatch(subject):
            raise ProviderFailed("the provider's sub is not 1 to 255 characters of ASCII")
        # Some providers write the truth value as a word.
        is_verified = (verified is True or verified == "true") and isinstance(email, str)
        names = (claims.get(claim) for claim in ("name", "preferred_username"))
        name = next((name for name in names if isinstance(name, str) and name.strip()), "")
        return Identified(self.issuer, subject, str(email) if is_verified else "", name)


def _exactly(value: str) -> dict[str, object]:
    return {"essential": True, "value": value}


def _verified(id_token: str, published: Mapping[str, Any]) -> jwt.Token:
    listed = published.get("keys")
    keys = [key for each in (listed if isinstance(listed, list) else []) if (key := _key(each)) is not None]
    return jwt.decode(id_token, KeySet(keys), algorithms=ALGORITHMS)


def _key(published: object) -> Key | None:
    """A public key for signatures; None for one that is of no use here, which must not spoil the others."""
    if not isinstance(published, dict) or published.get("kty") not in KEY_TYPES or published.get("use", "sig") != "sig":
        return None
    try:
        return import_key(published)
    except (JoseError, ValueError, KeyError, TypeError):
        return None


def _is_safe(url: object) -> bool:
    try:
        parts = urlsplit(url if isinstance(url, str) else "")
    except ValueError:
        return False
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))


async def _bounded(response: httpx2.Response) -> None:
    """Read an answer, if it is one and not too long."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise httpx2.DecodingError("the answer is compressed")
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > ANSWER_BYTES:
            raise httpx2.DecodingError(f"the answer has more than {ANSWER_BYTES} bytes")
    # What its own `aread` sets; that one has no limit.
    response._content = bytes(body)  # noqa: SLF001


def _object(response: httpx2.Response) -> dict[str, Any]:
    if response.status_code != 200:
        raise ProviderFailed(f"status {response.status_code} of {response.url}")
    try:
        value = orjson.loads(response.content)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ProviderFailed(f"no JSON object at {response.url}")
    return value


def _refused_by(error: AuthlibBaseError) -> CMSError:
    """A refusal by the provider as ours: the code may be made up, but anything else is not the person's doing."""
    told = f"token_endpoint: {error.error}: {error.description}"
    return FlowRefused(told) if error.error == "invalid_grant" else ProviderFailed(told)
