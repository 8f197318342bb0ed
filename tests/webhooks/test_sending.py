"""One request to a receiver that answers well, badly, late or not at all."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import time_machine
from structlog.testing import capture_logs

from cms.webhooks.addresses import AddressRules
from cms.webhooks.sending import ANSWER_BYTES, ErrorKind, Outcome, Outgoing, Sender
from tests.webhooks.receivers import Authority, Behaviour, Receiver, answer, answering, receiving

pytestmark = pytest.mark.anyio

SECONDS = 30.0  # long enough for a busy machine; what times out asks for less
NOW = "2026-03-01T12:00:00+00:00"


async def look_up(_host: str, _port: int) -> Sequence[str]:
    return ["127.0.0.1"]


def outgoing(port: int, *, host: str = "hooks.example", scheme: str = "http", path: str = "/hook?a=1") -> Outgoing:
    headers = {"Content-Type": "application/json", "webhook-id": "msg_1", "X-Own": "yes"}
    return Outgoing("POST", f"{scheme}://{host}:{port}{path}", headers, '{"title":"渡轮"}'.encode())


def sender(port: int, *, seconds: float = SECONDS, **options: Any) -> Sender:
    options.setdefault("look_up", look_up)
    return Sender(AddressRules.parse([f"127.0.0.0/8:{port}"]), seconds, **options)


async def once(behave: Behaviour, *, seconds: float = SECONDS) -> tuple[Outcome, Receiver]:
    """What comes of sending one request to a receiver that behaves so."""
    async with receiving(behave) as receiver, sender(receiver.port, seconds=seconds) as sending:
        return await sending.send(outgoing(receiver.port)), receiver


async def test_request_arrives_as_it_was_given() -> None:
    outcome, receiver = await once(answering(answer(204)))

    assert outcome.ok
    assert (outcome.status, outcome.error, outcome.answer, outcome.retry_after_seconds) == (204, None, "", None)
    assert receiver.requests[0].startswith(b"POST /hook?a=1 HTTP/1.1\r\n")
    assert receiver.requests[0].endswith('\r\n\r\n{"title":"渡轮"}'.encode())
    headers = receiver.headers()
    assert headers.pop("user-agent").startswith("Broadsheet-Webhooks/")
    assert headers == {
        "host": f"hooks.example:{receiver.port}",
        "content-type": "application/json",
        "webhook-id": "msg_1",
        "x-own": "yes",
        "accept-encoding": "identity",
        "content-length": "18",
    }


async def test_headers_of_the_connection_are_not_for_the_caller_to_set() -> None:
    theirs = {"Host": "other.example", "content-length": "0", "Transfer-Encoding": "chunked", "USER-AGENT": "x"}
    async with receiving(answering(answer(200))) as receiver, sender(receiver.port) as sending:
        given = outgoing(receiver.port)

        outcome = await sending.send(Outgoing("POST", given.url, theirs, given.body))

    assert outcome.ok
    headers = receiver.headers()
    assert headers["host"] == f"hooks.example:{receiver.port}"
    assert headers["content-length"] == "18"
    assert "transfer-encoding" not in headers
    assert headers["user-agent"] != "x"


@pytest.mark.parametrize("header", [{"X-Own": "a\r\nX-Other: b"}, {"X-Own": "茶"}, {"X Own": "a"}, {"X-Own": "a\x00"}])
async def test_headers_that_are_none_are_not_sent(header: dict[str, str]) -> None:
    async with receiving(answering(answer(200))) as receiver, sender(receiver.port) as sending:
        outcome = await sending.send(Outgoing("POST", outgoing(receiver.port).url, header, b""))

    assert (outcome.status, outcome.error) == (None, ErrorKind.PROTOCOL)
    assert receiver.requests == []


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (200, None),
        (299, None),
        (300, ErrorKind.REDIRECT),
        (304, ErrorKind.REDIRECT),
        (400, ErrorKind.HTTP_STATUS),
        (410, ErrorKind.HTTP_STATUS),
        (429, ErrorKind.HTTP_STATUS),
        (503, ErrorKind.HTTP_STATUS),
        (599, ErrorKind.HTTP_STATUS),
    ],
)
async def test_only_2xx_is_success(status: int, error: ErrorKind | None) -> None:
    outcome, _receiver = await once(answering(answer(status, b"" if status == 304 else b"told")))

    assert (outcome.status, outcome.error, outcome.ok) == (status, error, error is None)
    assert outcome.answer == ("" if status == 304 else "told")


async def test_redirects_are_not_followed() -> None:
    async with receiving(answering(answer(200))) as elsewhere:
        there = f"Location: http://127.0.0.1:{elsewhere.port}/"
        outcome, receiver = await once(answering(answer(301, b"", there)))

    assert (outcome.status, outcome.error) == (301, ErrorKind.REDIRECT)
    assert elsewhere.connections == 0
    assert receiver.connections == 1


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        ("120", 120),
        (" 120 ", 120),
        ("86401", 86_400),
        ("9" * 5000, 86_400),
        ("Sun, 01 Mar 2026 12:02:00 GMT", 120),
        ("Sunday, 01-Mar-26 12:02:00 GMT", 120),
        ("Sun, 01 Mar 2026 12:02:00 -0000", 120),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("Sun, 01 Mar 2037 12:00:00 GMT", 86_400),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("Sun, 99 Mar 2026 12:00:00 GMT", None),
        ("", None),
        ("²", None),
        ("\xa0", None),
    ],
)
async def test_retry_after_is_seconds_or_a_date_within_a_day(value: str, seconds: int | None) -> None:
    head = answer(429, b"", "Retry-After: @").replace(b"@", value.encode("latin-1"))
    with time_machine.travel(NOW, tick=False):
        outcome, _receiver = await once(answering(head))

    assert (outcome.status, outcome.retry_after_seconds) == (429, seconds)


async def test_only_the_first_2_kb_of_an_answer_are_read_and_no_character_is_cut() -> None:
    body = "渡".encode() * 1000
    outcome, _receiver = await once(answering(answer(200, body)))

    assert outcome.answer == "渡" * (ANSWER_BYTES // 3)


async def test_answer_can_be_stored_in_any_database() -> None:
    outcome, _receiver = await once(answering(answer(200, b"a\x00b\xffc\xed\xa0\x80d")))

    assert "\x00" not in outcome.answer
    assert outcome.answer.encode("utf-8").decode("utf-8") == outcome.answer
    assert (outcome.answer[0], outcome.answer[2], outcome.answer[-1]) == ("a", "b", "d")


async def test_answer_of_a_gigabyte_is_not_read() -> None:
    sent = 0

    async def gigabyte(receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await receiver.read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
        for _ in range(1024):
            writer.write(b"x" * 1024**2)
            await writer.drain()
            sent += 1

    outcome, _receiver = await once(gigabyte)

    assert (outcome.status, outcome.error, outcome.answer) == (200, None, "x" * ANSWER_BYTES)
    assert sent < 64


def beginning(*pieces: bytes, drip: bytes = b"") -> Behaviour:
    """Sends these pieces, then one byte after the other, for ever, and never closes the connection."""

    async def behave(receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await receiver.read_request(reader)
        for piece in pieces:
            writer.write(piece)
        while True:
            await asyncio.sleep(0.005)
            writer.write(drip)
            await writer.drain()

    return behave


@pytest.mark.parametrize(
    "behave",
    [
        beginning(),
        beginning(b"HTTP/1.1 200 OK\r\n"),
        beginning(b"HTTP/1.1 200 OK\r\n", drip=b"a"),
        beginning(b"HTTP/1.1 100 Continue\r\n\r\n"),
        beginning(drip=b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["silent", "half a head", "dripping head", "to be continued", "ever to be continued"],
)
async def test_receiver_that_does_not_answer_in_time_is_given_up(behave: Behaviour) -> None:
    outcome, _receiver = await once(behave, seconds=0.3)

    assert (outcome.status, outcome.error, outcome.ok) == (None, ErrorKind.TIMEOUT, False)
    assert outcome.seconds > 0


@pytest.mark.parametrize("status", [200, 500])
async def test_body_that_never_ends_leaves_what_the_head_said(status: int) -> None:
    behave = beginning(f"HTTP/1.1 {status} X\r\nContent-Length: 1000000\r\n\r\nabc".encode(), drip=b"d")
    outcome, _receiver = await once(behave, seconds=0.3)

    assert (outcome.status, outcome.ok) == (status, status == 200)
    assert outcome.answer.startswith("abc")


async def test_body_that_breaks_off_leaves_what_the_head_said() -> None:
    outcome, _receiver = await once(answering(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"))

    assert (outcome.status, outcome.error, outcome.answer) == (200, None, "abc")


async def test_port_that_nobody_listens_on_is_a_connection_error() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        async with sender(port) as sending:
            outcome = await sending.send(outgoing(port))

    assert (outcome.status, outcome.error) == (None, ErrorKind.CONNECTION)


async def resetting(receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await receiver.read_request(reader)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    writer.transport.abort()


async def test_reset_connection_is_not_tried_again() -> None:
    outcome, receiver = await once(resetting)

    assert (outcome.status, outcome.error) == (None, ErrorKind.CONNECTION)
    assert receiver.connections == 1


@pytest.mark.parametrize(
    "said",
    [
        b"\x16\x03\x01\x00garbage\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-Many: a\r\n" * 30_000 + b"\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n",
        b"",
    ],
)
async def test_what_is_no_answer_is_a_protocol_error(said: bytes) -> None:
    outcome, _receiver = await once(answering(said))

    assert (outcome.status, outcome.error) == (None, ErrorKind.PROTOCOL)


async def test_head_without_end_is_given_up() -> None:
    async def endless(receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await receiver.read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"X-Many: " + b"a" * 10_000 + b"\r\n")
            await writer.drain()

    outcome, _receiver = await once(endless)

    assert (outcome.status, outcome.error) == (None, ErrorKind.PROTOCOL)


# Connections that are kept open


async def test_connection_is_used_again() -> None:
    answers = answering(*[answer(200, b"a")] * 3)
    async with receiving(answers) as receiver, sender(receiver.port) as sending:
        outcomes = [await sending.send(outgoing(receiver.port)) for _ in range(3)]

    assert [outcome.ok for outcome in outcomes] == [True] * 3
    assert receiver.connections == 1


async def test_connection_with_an_unread_answer_is_not_used_again() -> None:
    answers = answering(*[answer(200, b"a" * 10_000)] * 3)
    async with receiving(answers) as receiver, sender(receiver.port) as sending:
        for _ in range(2):
            await sending.send(outgoing(receiver.port))

    assert receiver.connections == 2


async def test_connection_that_the_other_end_closes_is_replaced() -> None:
    async def one_answer_a_connection(
        receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await receiver.read_request(reader)
        writer.write(answer(200))
        await receiver.read_request(reader)  # closes the connection without an answer to the second request

    async with receiving(one_answer_a_connection) as receiver, sender(receiver.port) as sending:
        outcomes = [await sending.send(outgoing(receiver.port)) for _ in range(2)]

    assert [outcome.status for outcome in outcomes] == [200, 200]
    assert receiver.connections == 2
    assert len(receiver.requests) == 3


async def test_connection_that_fails_within_an_answer_is_not_replaced() -> None:
    answers = answering(answer(200), b"HTTP/1.1 20")
    async with receiving(answers) as receiver, sender(receiver.port) as sending:
        outcomes = [await sending.send(outgoing(receiver.port)) for _ in range(2)]

    assert [outcome.error for outcome in outcomes] == [None, ErrorKind.PROTOCOL]
    assert receiver.connections == 1


async def test_fresh_connection_that_is_closed_is_not_tried_a_third_time() -> None:
    async def first_alone(receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await receiver.read_request(reader)
        if receiver.connections == 1:
            writer.write(answer(200))
            await receiver.read_request(reader)

    async with receiving(first_alone) as receiver, sender(receiver.port) as sending:
        outcomes = [await sending.send(outgoing(receiver.port)) for _ in range(2)]

    assert [outcome.error for outcome in outcomes] == [None, ErrorKind.PROTOCOL]
    assert receiver.connections == 2


async def test_hanging_requests_keep_nobody_waiting_and_leave_nothing() -> None:
    async with (
        receiving(beginning()) as silent,
        receiving(answering(answer(200))) as quick,
        Sender(AddressRules.parse(["127.0.0.0/8:" + str(port) for port in (silent.port, quick.port)]), 2) as sending,
    ):
        hanging = [asyncio.create_task(sending.send(outgoing(silent.port, host="127.0.0.1"))) for _ in range(150)]
        await silent.has_requests(150)

        assert (await sending.send(outgoing(quick.port, host="127.0.0.1"))).ok
        for task in hanging[:75]:
            task.cancel()
        outcomes = await asyncio.gather(*hanging, return_exceptions=True)
        connections = [*sending._pools["http"].connections]

    assert [type(outcome) for outcome in outcomes[:75]] == [asyncio.CancelledError] * 75
    assert {outcome.error for outcome in outcomes[75:] if isinstance(outcome, Outcome)} == {ErrorKind.TIMEOUT}
    assert len(connections) <= 1  # that to the quick one


# Where it goes


@pytest.mark.parametrize("proxy", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"])
async def test_proxies_of_the_environment_are_not_used(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with receiving(answering(answer(500))) as elsewhere:
        monkeypatch.setenv(proxy, f"http://127.0.0.1:{elsewhere.port}")
        outcome, _receiver = await once(answering(answer(200)))

    assert outcome.ok
    assert elsewhere.connections == 0


async def test_address_that_is_not_allowed_is_not_connected_to() -> None:
    async with (
        receiving(answering(answer(200))) as receiver,
        Sender(AddressRules(), SECONDS, look_up=look_up) as sending,
    ):
        for host in ("127.0.0.1", "hooks.example", "2130706433", "[::ffff:127.0.0.1]"):
            for scheme in ("https", "http"):
                outcome = await sending.send(outgoing(receiver.port, host=host, scheme=scheme))
                assert (outcome.status, outcome.error) == (None, ErrorKind.ADDRESS_REFUSED)
        outcome = await sending.send(Outgoing("POST", "https://hooks.example/", {}, b""))

    assert outcome.error == ErrorKind.ADDRESS_REFUSED
    assert receiver.connections == 0


async def test_http_to_an_address_that_is_only_public_is_refused_when_connecting() -> None:
    async def public(_host: str, _port: int) -> Sequence[str]:
        return ["93.184.216.34"]

    async with sender(80, look_up=public) as sending:
        outcome = await sending.send(Outgoing("POST", "http://hooks.example/", {}, b""))

    assert outcome.error == ErrorKind.ADDRESS_REFUSED


async def test_name_that_changes_between_saving_and_sending_is_judged_again() -> None:
    asked: list[str] = []

    async def changing(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.1", "169.254.169.254"]

    closing = answering(answer(200, b"", "Connection: close"))
    async with receiving(closing) as receiver, sender(receiver.port, look_up=changing) as sending:
        first, second = [await sending.send(outgoing(receiver.port)) for _ in range(2)]

    assert first.ok
    assert second.error == ErrorKind.ADDRESS_REFUSED
    assert receiver.connections == 1
    assert asked == ["hooks.example"] * 2  # once for each connection: what was judged is what is connected to


async def test_next_address_is_tried_when_the_first_takes_no_connection() -> None:
    async def two(_host: str, _port: int) -> Sequence[str]:
        return ["127.0.0.2", "127.0.0.1"]

    async with receiving(answering(answer(200))) as receiver, sender(receiver.port, look_up=two) as sending:
        assert (await sending.send(outgoing(receiver.port))).ok


async def test_name_without_address_is_told() -> None:
    async def nobody(host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, host)

    async with sender(443, look_up=nobody) as sending:
        outcome = await sending.send(Outgoing("POST", "https://hooks.example/", {}, b""))

    assert (outcome.status, outcome.error) == (None, ErrorKind.NAME)


async def test_name_server_that_does_not_answer_is_given_up() -> None:
    async def silent(_host: str, _port: int) -> Sequence[str]:
        await asyncio.Event().wait()
        return []

    async with sender(443, look_up=silent, seconds=0.05) as sending:
        outcome = await sending.send(Outgoing("POST", "https://hooks.example/", {}, b""))

    assert outcome.error == ErrorKind.TIMEOUT


async def test_bug_is_told_and_logged() -> None:
    async def broken(_host: str, _port: int) -> Sequence[str]:
        raise KeyError("a bug")

    with capture_logs() as lines:
        async with sender(443, look_up=broken) as sending:
            outcome = await sending.send(Outgoing("POST", "https://hooks.example/", {}, b""))

    assert outcome.error == ErrorKind.INTERNAL
    assert [line["event"] for line in lines] == ["webhook.sending_failed"]


async def test_secrets_are_in_no_repr() -> None:
    assert "hunter2" not in repr(Outgoing("POST", "https://x.example", {"Authorization": "hunter2"}, b"hunter2"))


# TLS


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


async def over_tls(
    server: ssl.SSLContext, trust: ssl.SSLContext | None, host: str = "hooks.example"
) -> tuple[Outcome, Receiver]:
    async with receiving(answering(*[answer(200, b"safe")] * 2), tls=server) as receiver:
        async with sender(receiver.port, ssl_context=trust) as sending:
            outcome = await sending.send(outgoing(receiver.port, host=host, scheme="https"))
            if outcome.ok:
                assert (await sending.send(outgoing(receiver.port, host=host, scheme="https"))).ok
        return outcome, receiver


async def test_certificate_is_that_of_the_name_and_not_of_the_address(authority: Authority) -> None:
    server = authority.server("hooks.example")
    named: list[str | None] = []
    server.sni_callback = lambda _socket, name, _context: named.append(name)

    outcome, receiver = await over_tls(server, authority.trust())

    assert (outcome.status, outcome.answer) == (200, "safe")
    assert named == ["hooks.example"]
    assert receiver.connections == 1
    assert receiver.headers()["host"] == f"hooks.example:{receiver.port}"


async def test_certificate_may_be_one_for_an_address(authority: Authority) -> None:
    outcome, _receiver = await over_tls(authority.server("127.0.0.1"), authority.trust(), "127.0.0.1")

    assert outcome.ok


@pytest.mark.parametrize("case", ["another name", "the address alone", "over", "unknown authority", "too old"])
async def test_server_that_cannot_prove_its_name_gets_nothing(case: str, authority: Authority, tmp_path: Path) -> None:
    trust: ssl.SSLContext | None = authority.trust()
    match case:
        case "another name":
            server = authority.server("other.example")
        case "the address alone":
            server = authority.server("127.0.0.1")
        case "over":
            server = authority.server("hooks.example", days=-1)
        case "unknown authority":
            server, trust = Authority(tmp_path).server("hooks.example"), None
        case _:
            server = authority.server("hooks.example")
            server.minimum_version = server.maximum_version = ssl.TLSVersion.TLSv1_2
            trust.minimum_version = ssl.TLSVersion.TLSv1_3  # type: ignore[union-attr]

    outcome, receiver = await over_tls(server, trust)

    assert (outcome.status, outcome.error) == (None, ErrorKind.TLS)
    assert receiver.requests == []


async def test_server_without_tls_is_a_tls_error(authority: Authority) -> None:
    async def plain(_receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(answer(400))
        await writer.drain()

    async with receiving(plain) as receiver, sender(receiver.port, ssl_context=authority.trust()) as sending:
        outcome = await sending.send(outgoing(receiver.port, scheme="https"))

    assert (outcome.status, outcome.error) == (None, ErrorKind.TLS)


async def test_handshake_that_hangs_is_given_up(authority: Authority) -> None:
    async def silent(_receiver: Receiver, reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        while await reader.read(1000):
            pass

    trust = authority.trust()
    async with receiving(silent) as receiver, sender(receiver.port, seconds=0.3, ssl_context=trust) as sending:
        outcome = await sending.send(outgoing(receiver.port, scheme="https"))

    assert (outcome.status, outcome.error) == (None, ErrorKind.TIMEOUT)
