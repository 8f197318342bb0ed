"""Signatures of webhooks, as Standard Webhooks 1.0 has them (symmetric, `v1`)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets as randomness
from collections.abc import Sequence

from cms.errors import FieldProblem, ValidationFailed

PREFIX = "whsec_"
SECRET_BYTES = 32
SHORTEST_BYTES, LONGEST_BYTES = 24, 64


def new_secret() -> str:
    """A random secret in the form that receivers take it in."""
    return PREFIX + base64.b64encode(randomness.token_bytes(SECRET_BYTES)).decode()


def check_secret(secret: str) -> str:
    """The secret, if it is one that can be signed with; its owner may bring one along from another system.

    Raises:
        ValidationFailed: it is not `whsec_` and 24 to 64 bytes in base64.
    """
    try:
        key = _key(secret)
    except (ValueError, binascii.Error):
        key = b""
    # Base64 has several forms of the same bytes, not all of which every library takes.
    if not SHORTEST_BYTES <= len(key) <= LONGEST_BYTES or secret != PREFIX + base64.b64encode(key).decode():
        problem = f"write {PREFIX} and {SHORTEST_BYTES} to {LONGEST_BYTES} random bytes in base64."
        raise ValidationFailed(FieldProblem("secret", problem))
    return secret


def sign(secrets: Sequence[str], message_id: str, timestamp: int, body: bytes) -> str:
    """The value of `webhook-signature`: one signature for each secret, so that a receiver may know either.

    Args:
        secrets: the valid ones, at least one.
        message_id: the value of `webhook-id`, the same for every attempt; without a dot.
        timestamp: the value of `webhook-timestamp`: when this attempt is made, in seconds since 1970.
        body: the very bytes that are sent.
    """
    content = f"{message_id}.{timestamp}.".encode() + body
    return " ".join(_signature(_key(secret), content) for secret in secrets)


def signature_headers(secrets: Sequence[str], message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers of Standard Webhooks for one attempt; arguments as for `sign`."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": sign(secrets, message_id, timestamp, body),
    }


def _signature(key: bytes, content: bytes) -> str:
    return "v1," + base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode()


def _key(secret: str) -> bytes:
    return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
