"""Answers kept for requests that come again while the content is what it was, and an entity tag for each of them.

An answer is kept as it went out, with all headers and compressed or not, and found by what came in: method, address,
body and the headers that decide over it. It is good for one version of the content (cms/db/versions.py), and that is
looked at for each request, so what is served from here is what the database would answer. Only what the application
says is for everybody is kept (`for_everybody`); who sends a credential passes by.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict, deque
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, cast

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cms.compression import compressed, preferred_encoding
from cms.db import Database
from cms.middleware import SANE_REQUEST_ID
from cms.steps import Begun

Header = tuple[bytes, bytes]
Key = tuple[object, ...]

FOR_EVERYBODY = "is_for_everybody"
# The headers that an answer depends on: what the compression, CORS and GraphQL look at.
DECIDING = frozenset({b"accept", b"accept-encoding", b"content-encoding", b"content-type", b"origin"})
# What does not belong into an answer without a body (RFC 9110, 15.4.5).
OF_A_BODY = frozenset({b"content-length", b"content-type", b"content-encoding"})
OF_ONE_BODY = OF_A_BODY - {b"content-type"}
MOST_FORMS = 100
# Longer bodies, and those that are not there with the head of their request, are left to the layers within.
LONGEST_BODY = 64 * 1024
# About what Python takes for an entry beside its bytes.
ENTRY_BYTES = 1500


def for_everybody(scope: Scope) -> None:
    """Say that the answer to this request is the same for all who ask without a credential, at this version."""
    scope["state"][FOR_EVERYBODY] = True


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it goes out, without the id of its request."""

    headers: list[Header]
    body: bytes
    tag: bytes

    @property
    def bytes(self) -> int:
        """About how much memory it takes."""
        return ENTRY_BYTES + len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


class Answers:
    """The answers of one version, the least recently used forgotten first once they take `most_bytes`.

    `hits` counts what was answered from here, `misses` what was answered anew, and `not_modified` the 304 among both.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self.hits = 0
        self.misses = 0
        self.not_modified = 0
        self._version = -1
        self._answers: OrderedDict[Key, tuple[Answer, int]] = OrderedDict()

    def __len__(self) -> int:
        """How many answers are kept."""
        return len(self._answers)

    def find(self, key: Key, version: int) -> Answer | None:
        """The answer, if it was kept at this version."""
        # A smaller number is a restored database, or somebody who looked earlier; neither is served what is here.
        if version != self._version:
            self._forget_all(version)
        found = self._answers.get(key)
        if found is None:
            return None
        self._answers.move_to_end(key)
        self.hits += 1
        return found[0]

    def keep(self, key: Key, version: int, answer: Answer) -> None:
        """Keep an answer that was begun at this version; not if that is over, or the answer is a large part of all."""
        self.misses += 1
        size = answer.bytes + sum(len(part) for part in key if isinstance(part, bytes))
        if version != self._version or size > self.most_bytes // 8 or key in self._answers:
            return
        self._answers[key] = (answer, size)
        self.bytes += size
        while self.bytes > self.most_bytes:
            _key, (_answer, freed) = self._answers.popitem(last=False)
            self.bytes -= freed

    def _forget_all(self, version: int) -> None:
        self._version = version
        self._answers.clear()
        self.bytes = 0


class Planner(Protocol):
    """What answers operations that it knows already."""

    async def by_plan(self, scope: Scope, body: bytes) -> bytes | None:
        """The body of the answer to a reader; None where the long way has to be gone."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a request matters here."""

    deciding: tuple[bytes, ...]
    known_tags: bytes
    request_id: bytes


@dataclass(frozen=True, slots=True)
class _Form:
    """What the answers to one sort of request have in common: headers, and how a long body is compressed."""

    headers: list[Header]
    encoding: str


class ResponseCache:
    """Answers requests to one path from what is kept, and adds `ETag` and 304 for what may be kept.

    The outermost layer, so that a hit costs nothing else. A miss whose plan is known passes by the other layers as
    well: what they would add is known from the answer to an earlier request with the same headers.
    It needs `database` and `graphql` (a Planner) in `scope["state"]`.
    """

    def __init__(self, app: ASGIApp, *, answers: Answers, path: str, cookie: str, compression_min_bytes: int) -> None:
        self.app = app
        self.answers = answers
        self.path = path
        self.cookie = cookie.encode()
        self.compression_min_bytes = compression_min_bytes
        self.forms: dict[Key, _Form] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or by a plan; or pass the request on, and keep its answer."""
        asked = self._asked(scope)
        if asked is None:
            await self.app(scope, receive, send)
            return
        method, body = scope["method"], b""
        if method == "POST":
            there, receive = arrived(receive)
            if there is None:
                await self.app(scope, receive, send)
                return
            body = there
        key = (method, scope["query_string"], body, *asked.deciding)
        # The version is taken before the database is asked, so an answer can be newer than it says, never older.
        version = await self._version(scope["state"]["database"])
        answer = None if version is None else self.answers.find(key, version)
        if answer is None and (form := self.forms.get((method, *asked.deciding))) is not None:
            planner: Planner = scope["state"]["graphql"]
            planned = await planner.by_plan(scope, body)
            if planned is not None:
                answer = self.keep(key, version, *self._formed(form, planned))
        if answer is None:
            await self.app(scope, receive, _Recorder(self, key, version, asked, scope, send))
            return
        request_id = asked.request_id
        if not request_id or not SANE_REQUEST_ID.fullmatch(request_id.decode("latin-1")):
            request_id = os.urandom(16).hex().encode()
        await self.send(answer, asked.known_tags, (b"x-request-id", request_id), send)

    async def _version(self, database: Database) -> int | None:
        version = database.versions.known()
        return await database.versions.current() if version is None else version

    def _asked(self, scope: Scope) -> _Asked | None:
        """What of the request matters; None if it is none that is answered here."""
        if scope["type"] != "http" or scope["path"] != self.path or scope["method"] not in {"GET", "POST"}:
            return None
        deciding: list[bytes] = []
        known_tags = request_id = b""
        for name, value in scope["headers"]:
            if name in DECIDING:
                deciding += (name, value)
            elif name == b"if-none-match":
                known_tags = value
            elif name == b"x-request-id":
                request_id = value
            elif self._forbids(name, value):
                return None
        return _Asked(tuple(deciding), known_tags, request_id)

    def _forbids(self, name: bytes, value: bytes) -> bool:
        """Whether a header says that the request is none for here: it has a credential, or a body too long to keep."""
        match name:
            case b"content-length":
                return int(value) > LONGEST_BODY
            case b"cookie":
                return self.cookie in value
            case _:
                return name in {b"authorization", b"transfer-encoding"}

    def _formed(self, form: _Form, body: bytes) -> tuple[list[Header], bytes]:
        headers = list(form.headers)
        if form.encoding and len(body) >= self.compression_min_bytes:
            body = compressed(body, form.encoding)
            headers.append((b"content-encoding", form.encoding.encode()))
        headers.append((b"content-length", str(len(body)).encode()))
        return headers, body

    def keep(self, key: Key, version: int | None, headers: list[Header], body: bytes) -> Answer:
        """Tag an answer, and keep it if the version is known."""
        tag = b'"%s"' % hashlib.blake2b(body, digest_size=15).hexdigest().encode()
        answer = Answer([*headers, (b"etag", tag)], body, tag)
        if version is not None:
            self.answers.keep(key, version, answer)
        return answer

    def learn(self, method: str, deciding: tuple[bytes, ...], headers: list[Header]) -> None:
        """Remember what answers to such requests have in common."""
        if (method, *deciding) in self.forms:
            return
        if len(self.forms) >= MOST_FORMS:
            self.forms.clear()
        pairs = zip(deciding[::2], deciding[1::2], strict=True)
        accepted = next((value for name, value in pairs if name == b"accept-encoding"), b"")
        common = [header for header in headers if header[0] not in OF_ONE_BODY]
        self.forms[(method, *deciding)] = _Form(common, preferred_encoding(accepted.decode("latin-1")))

    async def send(self, answer: Answer, known_tags: bytes, request_id: Header, send: Send) -> None:
        """Send an answer; without its body, if the client has it."""
        status, headers, body = 200, answer.headers, answer.body
        if known_tags and _names(known_tags, answer.tag):
            self.answers.not_modified += 1
            status, body = 304, b""
            headers = [header for header in headers if header[0] not in OF_A_BODY]
        await send({"type": "http.response.start", "status": status, "headers": [*headers, request_id]})
        await send({"type": "http.response.body", "body": body})


class _Recorder:
    """A `send` that tags and keeps an answer for everybody, and learns its form; all others pass."""

    def __init__(
        self, cache: ResponseCache, key: Key, version: int | None, asked: _Asked, scope: Scope, send: Send
    ) -> None:
        self.cache = cache
        self.key = key
        self.version = version
        self.asked = asked
        self.method: str = scope["method"]
        self.state = scope["state"]
        self.send = send
        self.start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200 and self.state.get(FOR_EVERYBODY):
            self.start = message
            return
        if self.start is None:
            await self.send(message)
            return
        request_id = next(header for header in self.start["headers"] if header[0] == b"x-request-id")
        headers = [header for header in self.start["headers"] if header[0] != b"x-request-id"]
        self.cache.learn(self.method, self.asked.deciding, headers)
        answer = self.cache.keep(self.key, self.version, headers, message["body"])
        await self.cache.send(answer, self.asked.known_tags, request_id, self.send)


def arrived(receive: Receive) -> tuple[bytes | None, Receive]:
    """The body, if all of it is there already, and a `receive` that gives it again.

    Waiting is left to the layers that know how long it may take. A timeout here would cost more than all the rest.
    """
    messages: deque[Message] = deque()
    while not messages or messages[-1].get("more_body"):
        begun = Begun(cast("Coroutine[Any, Any, Message]", receive()))
        if not begun.is_done:
            return None, _Again(receive, messages, begun)
        messages.append(begun.result)
    is_whole = messages[-1]["type"] == "http.request"
    return b"".join(message["body"] for message in messages) if is_whole else None, _Again(receive, messages)


class _Again:
    """A `receive` that begins with what was received, or is being received, already."""

    def __init__(self, receive: Receive, messages: deque[Message], begun: Begun[Message] | None = None) -> None:
        self._receive = receive
        self._messages = messages
        self._begun = begun

    async def __call__(self) -> Message:
        if self._messages:
            return self._messages.popleft()
        begun, self._begun = self._begun, None
        return await (self._receive() if begun is None else begun)


def _names(known_tags: bytes, tag: bytes) -> bool:
    """Whether an If-None-Match header names the tag (RFC 9110, 13.1.2: weak ones count as well)."""
    return known_tags == tag or known_tags.strip() == b"*" or tag in _tags(known_tags)


def _tags(known_tags: bytes) -> Iterable[bytes]:
    return (known.strip().removeprefix(b"W/") for known in known_tags.split(b","))
