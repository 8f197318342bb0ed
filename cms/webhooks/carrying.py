"""One event on its way to one endpoint: the request it becomes, or for a cache the requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from cms.models import Endpoint
from cms.webhooks.purging import has_purged, purges
from cms.webhooks.sending import ErrorKind, Outcome, Outgoing
from cms.webhooks.signing import signature_headers
from cms.words import EndpointKind

CONTENT_TYPE = "application/json"


class Sends(Protocol):
    """Sends a request, and tells whatever comes of it."""

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Send it."""


async def send_webhook(sender: Sends, endpoint: Endpoint, event_uid: str, body: bytes, now: datetime) -> Outcome:
    """Send a body, signed with every secret that is valid."""
    valid = [endpoint.secret]
    if endpoint.former_secret and endpoint.former_until is not None and now < endpoint.former_until:
        valid.append(endpoint.former_secret)
    signed = signature_headers(valid, event_uid, int(now.timestamp()), body)
    headers = _merged(endpoint, {"content-type": CONTENT_TYPE} | signed)
    return await sender.send(Outgoing("POST", endpoint.url, headers, body))


async def send_purge(sender: Sends, endpoint: Endpoint, tags: Sequence[str]) -> Outcome:
    """Let a cache forget what carries the tags; the outcome of the first request that fails, or of the last."""
    kind = EndpointKind(endpoint.kind)
    outcome = Outcome(None, None, 0, "", None)
    for outgoing in purges(kind, endpoint.url, endpoint.secret, tags):
        outcome = await sender.send(replace(outgoing, headers=_merged(endpoint, outgoing.headers)))
        if not has_purged(kind, outcome):
            return replace(outcome, error=outcome.error or ErrorKind.HTTP_STATUS)
    return outcome


def _merged(endpoint: Endpoint, own: Mapping[str, str]) -> dict[str, str]:
    """Headers of the endpoint's owner, and ours, which win; names are the same in any case."""
    names = {name.lower() for name in own}
    given = {header["name"]: header["value"] for header in endpoint.headers}
    return {name: value for name, value in given.items() if name.lower() not in names} | dict(own)
