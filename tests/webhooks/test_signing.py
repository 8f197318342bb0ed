"""Signatures: verified by the reference libraries of Standard Webhooks."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from cms.errors import ValidationFailed
from cms.webhooks.signing import check_secret, new_secret, sign, signature_headers


def secret_of(size: int) -> str:
    return "whsec_" + base64.b64encode(bytes(range(size))).decode()


def now() -> int:
    return int(datetime.now(UTC).timestamp())


def test_signature_is_that_of_the_specification() -> None:
    # The example of the specification's own libraries.
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'

    signed = sign([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)

    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(body=st.text(st.characters(exclude_categories=["Cs"])), size=st.integers(24, 64))
def test_reference_library_takes_what_is_signed(body: str, size: int) -> None:
    headers = signature_headers([secret_of(size)], "msg_1", now(), body.encode())

    Webhook(secret_of(size)).verify(body, headers, json_parse=False)


def test_receiver_may_know_either_of_two_secrets() -> None:
    old, new = new_secret(), new_secret()
    headers = signature_headers([old, new], "msg_1", now(), b"{}")

    for secret in (old, new):
        Webhook(secret).verify(b"{}", headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret()).verify(b"{}", headers)


@pytest.mark.parametrize("changed", ["webhook-id", "webhook-timestamp", "body"])
def test_nothing_that_is_signed_can_be_changed(changed: str) -> None:
    secret, timestamp = new_secret(), now()
    headers = signature_headers([secret], "msg_1", timestamp, b"{}")
    body = b"{} " if changed == "body" else b"{}"
    headers |= {"webhook-id": "msg_2"} if changed == "webhook-id" else {}
    headers |= {"webhook-timestamp": str(timestamp + 1)} if changed == "webhook-timestamp" else {}

    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(body, headers)


def test_new_secrets_differ_and_are_long_enough() -> None:
    secrets = {new_secret() for _ in range(100)}

    assert len(secrets) == 100
    assert all(check_secret(secret) == secret for secret in secrets)
    assert {len(binascii.a2b_base64(secret.removeprefix("whsec_"))) for secret in secrets} == {32}


@pytest.mark.parametrize("size", [24, 32, 64])
def test_secret_of_24_to_64_bytes_may_be_brought_along(size: int) -> None:
    assert check_secret(secret_of(size)) == secret_of(size)


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "whsec_",
        secret_of(23),
        secret_of(65),
        secret_of(32).removeprefix("whsec_"),
        secret_of(32).rstrip("="),
        secret_of(32) + "\n",
        " " + secret_of(32),
        "whsec_" + secret_of(32),
        "WHSEC_" + secret_of(32).removeprefix("whsec_"),
        secret_of(32).replace("+", "-").replace("/", "_").replace("A", "-"),
        secret_of(32)[:-2] + "9=",  # other bits at the end for the same bytes
        "whsec_" + "茶" * 44,
        "whsec_" + "!" * 44,
    ],
)
def test_what_is_no_secret_is_refused_without_repeating_it(secret: str) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        check_secret(secret)

    assert refusal.value.problems[0].path == "secret"
    assert len(secret) < 10 or secret not in refusal.value.message
