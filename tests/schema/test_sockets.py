"""graphql-transport-ws, spoken with a real server by a real client."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx2
import pytest
from structlog.testing import capture_logs
from websockets.exceptions import InvalidStatus

from tests.schema.live_site import FACTS, SECRET, live_site
from tests.serving import Client, Site, eventually

pytestmark = pytest.mark.anyio

TITLE = {"data": {"title": "打好“四大会战”"}}
BEARER = {"Authorization": "Bearer ann"}


def codes(message: Any) -> list[str]:
    return [error["extensions"]["code"] for error in message["payload"]]


async def assert_alive(client: Client) -> None:
    """The socket goes on as if nothing had happened."""
    assert (await client.ask("{ title }", "alive"))[0]["payload"] == TITLE


# The protocol


async def test_query_is_answered_by_next_and_complete() -> None:
    async with live_site() as site, site.socket() as client:
        messages = await client.ask("{ title }", "a")

    assert client.connection.subprotocol == "graphql-transport-ws"
    assert messages == [{"type": "next", "id": "a", "payload": TITLE}, {"type": "complete", "id": "a"}]


async def test_subscription_sends_each_event_and_completes() -> None:
    async with live_site() as site, site.socket() as client:
        messages = await client.ask("subscription($n: Int!) { count(to: $n) }", variables={"n": 3})

    assert [message["payload"]["data"]["count"] for message in messages[:-1]] == [0, 1, 2]
    assert messages[-1] == {"type": "complete", "id": "1"}


async def test_operations_run_beside_each_other() -> None:
    async with live_site() as site, site.socket() as client:
        await client.subscribe("subscription { wait }", "long")
        assert (await client.receive())["payload"] == {"data": {"wait": "anonymous"}}

        await assert_alive(client)


NO_MESSAGES = {
    "list": "[]",
    "string": '"ping"',
    "number": "1",
    "null": "null",
    "no JSON": "{",
    "empty": "",
    "binary": b'{"type": "ping"}',
    "lone surrogate": '{"type": "ping", "payload": {"a": "\\ud800"}}',
    "nested": "[" * 100_000,
    "no type": "{}",
    "type of a wrong type": '{"type": ["ping"]}',
    "unknown type": '{"type": "start"}',
    "payload of ping": '{"type": "ping", "payload": []}',
    "payload of pong": '{"type": "pong", "payload": "x"}',
    "payload of subscribe": '{"type": "subscribe", "id": "1", "payload": [1]}',
    "no payload": '{"type": "subscribe", "id": "1"}',
    "no id": '{"type": "subscribe", "payload": {"query": "{ title }"}}',
    "number as id": '{"type": "subscribe", "id": 1, "payload": {"query": "{ title }"}}',
    "empty id": '{"type": "subscribe", "id": "", "payload": {"query": "{ title }"}}',
    "complete without id": '{"type": "complete"}',
    "no query": '{"type": "subscribe", "id": "1", "payload": {}}',
    **{
        f"{name} of a wrong type": json.dumps(
            {"type": "subscribe", "id": "1", "payload": {"query": "{ title }", name: value}}
        )
        for name, value in {"query": 1, "variables": [], "operationName": 1, "extensions": "x"}.items()
    },
}


@pytest.mark.parametrize("message", NO_MESSAGES.values(), ids=NO_MESSAGES)
async def test_what_is_no_message_closes_with_4400(message: str | bytes) -> None:
    with capture_logs() as logs:
        async with live_site() as site, site.socket() as client:
            await client.connection.send(message)
            code, reason = await client.closed()

    assert code == 4400
    assert reason.endswith(".")
    assert [(line["event"], line["log_level"]) for line in logs] == [("socket.closed", "info")]


@pytest.mark.parametrize("message", ["[]", '{"type": "connection_init", "payload": 1}'])
async def test_what_is_no_message_closes_before_the_acknowledgement_too(message: str) -> None:
    async with live_site() as site, site.socket(init=False) as client:
        await client.connection.send(message)

        assert (await client.closed())[0] == 4400


async def test_subscribe_before_the_acknowledgement_closes_with_4401() -> None:
    async with live_site() as site, site.socket(init=False) as client:
        await client.subscribe("{ title }")

        assert await client.closed() == (4401, "Unauthorized")


async def test_second_connection_init_closes_with_4429() -> None:
    async with live_site() as site, site.socket() as client:
        await client.send(type="connection_init")

        assert await client.closed() == (4429, "Too many initialisation requests")


async def test_missing_connection_init_closes_with_4408() -> None:
    async with live_site(socket_init_seconds=0.05) as site, site.socket(init=False) as client:
        await client.send(type="ping")

        assert await client.closed() == (4408, "Connection initialisation timeout")


async def test_acknowledged_socket_outlives_that_time() -> None:
    async with live_site(socket_init_seconds=0.05) as site, site.socket() as client:
        await asyncio.sleep(0.15)

        await assert_alive(client)


async def test_id_in_use_closes_with_4409() -> None:
    async with live_site() as site, site.socket() as client:
        await client.subscribe("subscription { wait }", "a" * 300)
        await client.subscribe("{ title }", "a" * 300)
        code, reason = await client.closed()

    assert code == 4409
    # No more fits into the frame.
    assert reason == ("Subscriber for " + "a" * 300)[:123]


@pytest.mark.parametrize("protocol", ["graphql-ws", "chat"])
async def test_other_protocols_are_not_offered(protocol: str) -> None:
    async with live_site() as site, site.socket(init=False, protocol=protocol) as client:
        assert client.connection.subprotocol is None
        assert await client.closed() == (4406, "Subprotocol not acceptable")


async def test_ping_is_answered_with_its_payload_at_any_time() -> None:
    async with live_site() as site, site.socket(init=False) as client:
        await client.send(type="ping")
        await client.send(type="pong")
        await client.send(type="ping", payload={"a": 1})

        assert await client.receive() == {"type": "pong"}
        assert await client.receive() == {"type": "pong", "payload": {"a": 1}}


async def test_complete_ends_an_operation_and_frees_its_id() -> None:
    async with live_site() as site, site.socket() as client:
        await client.subscribe("subscription { wait }")
        await client.receive()
        await client.send(type="complete", id="1")
        await client.send(type="complete", id="unknown")
        messages = await client.ask("{ title }")
        await eventually(lambda: FACTS.running == 0)

    assert [message["type"] for message in messages] == ["next", "complete"]


# Operations that fail


async def test_mutation_is_refused_and_the_socket_goes_on() -> None:
    async with live_site() as site, site.socket() as client:
        (message,) = await client.ask("mutation { touch }")
        await assert_alive(client)

    assert message["type"] == "error"
    assert codes(message) == ["BAD_USER_INPUT"]
    assert FACTS.touched == 0


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no GraphQL": ({"query": "{"}, "GRAPHQL_PARSE_FAILED"),
    "unknown field": ({"query": "{ nothing }"}, "GRAPHQL_VALIDATION_FAILED"),
    "unknown field of a subscription": ({"query": "subscription { nothing }"}, "GRAPHQL_VALIDATION_FAILED"),
    "unknown operationName": ({"query": "query A { title }", "operationName": "B"}, "OPERATION_RESOLUTION_FAILURE"),
    "operationName missing": ({"query": "query A { title } query B { title }"}, "OPERATION_RESOLUTION_FAILURE"),
    "variable missing": ({"query": "subscription($n: Int!) { count(to: $n) }"}, "BAD_USER_INPUT"),
    "too many root fields": ({"query": "{" + "title " * 21 + "}"}, "TOO_COMPLEX"),
    "too many aliases": ({"query": "{" + " ".join(f"a{n}: title" for n in range(20)) + "}"}, "TOO_COMPLEX"),
    "too many variables": ({"query": "{ title }", "variables": {"a": [0] * 6000}}, "TOO_COMPLEX"),
    "refused by a subscription": ({"query": "subscription { refuse }"}, "NOT_FOUND"),
}


@pytest.mark.parametrize(("payload", "code"), REFUSED.values(), ids=REFUSED)
async def test_refused_operation_is_an_error_message_and_the_socket_goes_on(payload: dict[str, Any], code: str) -> None:
    with capture_logs() as logs:
        async with live_site(max_aliases=10) as site, site.socket() as client:
            (message,) = await client.ask(**payload)
            await assert_alive(client)

    assert message["type"] == "error"
    assert set(codes(message)) == {code}
    assert {line["log_level"] for line in logs} == {"info"}


async def test_bug_in_a_query_is_masked_with_the_request_id() -> None:
    with capture_logs() as logs:
        async with live_site() as site, site.socket(additional_headers={"X-Request-ID": "abc"}) as client:
            answer, complete = await client.ask("{ title bug }")

    assert complete["type"] == "complete"
    assert answer["payload"]["data"] == {**TITLE["data"], "bug": None}
    assert answer["payload"]["errors"][0]["message"] == "Internal error"
    assert answer["payload"]["errors"][0]["extensions"] == {"code": "INTERNAL_SERVER_ERROR", "requestId": "abc"}
    assert [line["event"] for line in logs] == ["graphql.bug"]


async def test_bug_in_a_subscription_ends_it_masked_and_the_socket_goes_on() -> None:
    with capture_logs() as logs:
        async with live_site() as site, site.socket() as client:
            first, last = await client.ask("subscription { bug }")
            await assert_alive(client)

    assert first["payload"] == {"data": {"bug": 1}}
    assert (last["type"], codes(last)) == ("error", ["INTERNAL_SERVER_ERROR"])
    assert SECRET not in json.dumps(last)
    assert [line["event"] for line in logs] == ["graphql.bug"]


async def test_query_has_the_deadline_of_http() -> None:
    with capture_logs():
        async with live_site(operation_timeout_seconds=0.05) as site, site.socket() as client:
            (message,) = await client.ask("{ slow }")
            await assert_alive(client)

    assert codes(message) == ["UNAVAILABLE"]


# Limits


async def test_message_over_the_limit_closes_with_1009() -> None:
    async with live_site(socket_message_bytes=1024) as site, site.socket() as client:
        await client.ask("{ title }" + " " * 900)
        await client.subscribe("{ title }" + " " * 1024)

        assert (await client.closed())[0] == 1009


async def test_operation_over_the_number_at_once_is_refused() -> None:
    with capture_logs():
        async with live_site(socket_operations=3) as site, site.socket() as client:
            for number in range(3):
                await client.subscribe("subscription { wait }", str(number))
                await client.receive()
            (message,) = await client.ask("{ title }", "over")
            await client.send(type="complete", id="0")
            await eventually(lambda: FACTS.running == 2)
            await assert_alive(client)

    assert codes(message) == ["TOO_COMPLEX"]


async def status_of(site: Site, **options: Any) -> httpx2.Response | Any:
    """The answer of a server that refuses the socket."""
    with pytest.raises(InvalidStatus) as caught:
        async with site.socket(init=False, **options):
            pass
    return caught.value.response


async def test_sockets_of_one_address_are_counted() -> None:
    with capture_logs() as logs:
        async with live_site(live_limit_per_address=2) as site:
            async with site.socket(), site.socket():
                response = await status_of(site)
            async with site.socket() as client:
                await assert_alive(client)

    assert response.status_code == 429
    assert json.loads(response.body)["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert response.headers["X-Request-ID"]
    assert [line["event"] for line in logs] == ["socket.refused"]


async def test_sockets_of_all_are_counted() -> None:
    with capture_logs():
        async with live_site(live_limit=1) as site, site.socket():
            response = await status_of(site)

    assert response.status_code == 503
    assert json.loads(response.body)["errors"][0]["extensions"]["code"] == "UNAVAILABLE"


async def test_client_that_reads_nothing_stops_its_subscription_and_nobody_else() -> None:
    async with live_site() as site, site.socket() as other, site.socket(max_queue=1) as client:
        await client.subscribe("subscription { flood }")
        before = -1
        while FACTS.produced != before:
            before = FACTS.produced
            await asyncio.sleep(0.2)
        await assert_alive(other)
        stopped_at = FACTS.produced
        client.leave()

    # What the buffers of both sides take, in messages of 100 kB.
    assert 0 < stopped_at < 200


async def test_client_that_reads_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.protocol.UNREAD_SECONDS", 0.1)
    async with live_site() as site, site.socket(max_queue=1) as client:
        await client.subscribe("subscription { flood }")

        await eventually(lambda: not site.server.server_state.connections)
        client.leave()


async def test_client_without_a_sign_of_life_is_noticed() -> None:
    async with live_site(heartbeat_seconds=0.1) as site:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(handshake())
        await reader.readuntil(b"\r\n\r\n")

        rest = await asyncio.wait_for(reader.read(), 5)

    # A ping, and the closing frame with 1011.
    assert rest[:2] == b"\x89\x04"
    assert b"\x03\xf3keepalive ping timeout" in rest
    writer.close()


# Openings that are none


def handshake(method: str = "GET", path: str = "/graphql", more: str = "", version: str = "1.1") -> bytes:
    return (
        f"{method} {path} HTTP/{version}\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Protocol: graphql-transport-ws\r\n{more}\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        (handshake("POST"), b"400"),
        (handshake(more="A: " + "x" * 9000 + "\r\n"), b"431"),
        (handshake(path="/graphql?" + "x" * 9000), b"431"),
        (handshake(more="".join(f"A{n}: x\r\n" for n in range(110))), b"431"),
        (handshake(path="/other"), b"403"),
        (handshake().replace(b"Version: 13", b"Version: 12"), b"400"),
        (handshake().replace(b"Sec-WebSocket-Key", b"Key"), b"400"),
    ],
)
async def test_opening_that_is_none_is_refused_without_a_traceback(
    opening: bytes, status: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with live_site() as site:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(opening)
        answer = await asyncio.wait_for(reader.read(), 5)
        writer.close()

    assert answer.split(b" ", 2)[1] == status
    assert [record for record in caplog.records if record.exc_info or record.levelname == "ERROR"] == []


# Who asks


async def test_page_of_a_foreign_origin_is_refused() -> None:
    with capture_logs() as logs:
        async with live_site(cors_origins="https://good.example") as site:
            response = await status_of(site, origin="https://evil.example")
            async with site.socket(origin="https://good.example") as client:
                await assert_alive(client)
            async with site.socket(origin=site.url) as client:
                await assert_alive(client)
            async with site.socket() as client:
                await assert_alive(client)

    assert response.status_code == 403
    assert [(line["event"], line["status"]) for line in logs] == [("socket.refused", 403)]


@pytest.mark.parametrize(
    ("origin", "name"),
    [("own", "Ben"), ("http://localhost:8000", "Ben"), ("https://other.example", "anonymous"), (None, "anonymous")],
)
async def test_cookie_counts_only_from_the_sites_own_pages(origin: str | None, name: str) -> None:
    headers = {"Cookie": "session=ben"}
    async with live_site() as site:
        origin = site.url if origin == "own" else origin
        async with site.socket(origin=origin, additional_headers=headers) as client:
            (answer, _complete) = await client.ask("{ me }")

    assert answer["payload"]["data"]["me"] == name


@pytest.mark.parametrize("name", ["Authorization", "authorization"])
async def test_token_is_taken_from_connection_init(name: str) -> None:
    async with live_site() as site, site.socket({name: "Bearer ann"}) as client:
        assert (await client.ask("{ me }"))[0]["payload"]["data"]["me"] == "Ann"


async def test_token_is_taken_from_the_headers_of_programs() -> None:
    async with live_site() as site, site.socket(additional_headers=BEARER) as client:
        assert (await client.ask("{ me }"))[0]["payload"]["data"]["me"] == "Ann"


@pytest.mark.parametrize("value", ["Bearer eve", "Bearer ", 1, ["Bearer ann"], "Bearer 安"])
async def test_invalid_token_closes_with_4403(value: Any) -> None:
    async with live_site() as site, site.socket(init=False) as client:
        await client.send(type="connection_init", payload={"Authorization": value})

        assert await client.closed() == (4403, "Forbidden")


async def test_revoked_token_starts_nothing_any_more() -> None:
    with capture_logs():
        async with live_site() as site, site.socket(BEARER) as client:
            await client.ask("{ me }")
            FACTS.is_revoked = True
            (message,) = await client.ask("{ me }")
            closing = await client.closed()

    assert codes(message) == ["UNAUTHENTICATED"]
    assert closing == (4403, "Forbidden")


@pytest.mark.parametrize("by_cookie", [False, True])
async def test_running_subscriptions_end_with_their_credential(by_cookie: bool) -> None:
    with capture_logs():
        async with live_site(viewer_check_seconds=0.05) as site:
            options: dict[str, Any] = {"additional_headers": {"Cookie": "session=ben"}, "origin": site.url}
            async with site.socket(*([] if by_cookie else [BEARER]), **(options if by_cookie else {})) as client:
                await client.subscribe("subscription { wait }", "a")
                await client.subscribe("subscription { wait }", "b")
                names = [(await client.receive())["payload"]["data"]["wait"] for _ in range(2)]
                await asyncio.sleep(0.15)
                await assert_alive(client)
                FACTS.is_revoked = True
                messages = [await client.receive() for _ in range(2)]
                closing = await client.closed()

    assert names == (["Ben"] * 2 if by_cookie else ["Ann"] * 2)
    assert [(message["id"], *codes(message)) for message in messages] == [
        ("a", "UNAUTHENTICATED"),
        ("b", "UNAUTHENTICATED"),
    ]
    assert closing == (4403, "Forbidden")


# Leaving


@pytest.mark.parametrize("query", ["{ slow }", "subscription { wait }"])
async def test_client_that_leaves_ends_its_operations(query: str) -> None:
    with capture_logs() as logs:
        async with live_site() as site:
            async with site.socket() as client:
                await client.subscribe(query)
                await eventually(lambda: FACTS.running == 1)
                client.leave()
            await eventually(lambda: FACTS.running == 0)

    assert logs == []


async def test_operations_have_given_everything_back_when_their_socket_has_ended() -> None:
    async with live_site() as site, site.socket() as client:
        await client.subscribe("subscription { wait }")
        await client.receive()
        client.leave()
        await eventually(lambda: not site.server.server_state.tasks)

        assert FACTS.running == 0


async def test_stopping_server_closes_sockets_with_1012() -> None:
    with capture_logs() as logs:
        async with live_site() as site, site.socket() as client:
            await client.subscribe("subscription { wait }")
            await client.receive()
            site.server.should_exit = True

            assert (await client.closed())[0] == 1012

    assert logs == []
