"""Webhooks, as a receiver in JavaScript verifies them."""

from __future__ import annotations

import json
import time

from cms.webhooks.signing import new_secret, signature_headers
from tests.clients.conftest import HERE, Node


def test_reference_library_for_javascript_takes_what_is_signed(node: Node) -> None:
    old, new, other, body = new_secret(), new_secret(), new_secret(), '{"title":"渡轮 🚢"}'
    headers = signature_headers([old, new], "0198c0de-0000-7000-8000-000000000001", int(time.time()), body.encode())
    requests = [
        {"secret": old, "headers": headers, "body": body},
        {"secret": new, "headers": headers, "body": body},
        {"secret": other, "headers": headers, "body": body},
        {"secret": new, "headers": headers | {"webhook-id": "other"}, "body": body},
        {"secret": new, "headers": headers, "body": body + " "},
    ]

    done = node.run(HERE / "webhooks.mjs", json.dumps({"requests": requests}))

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [True, True, *["No matching signature found"] * 3]
