"""Telling caches to forget what carries one of an event's tags: the requests that each kind of cache takes.

docs/purging.md tells how each is set up, docs/events.md which tags there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import orjson

from cms.webhooks.sending import Outcome, Outgoing
from cms.words import CONTENT_TAG, EndpointKind

# Varnish takes 8 KB for a header and 32 KB for all of them, Fastly 16 KB.
HEADER_BYTES = 4000
# As their documentation has it: 256 keys for Fastly, 100 operations for Cloudflare on every plan.
FASTLY_TAGS = 256
CLOUDFLARE_TAGS = 100

_TAG = re.compile(r"[A-Za-z0-9_.:-]{1,200}")


def purges(kind: EndpointKind, url: str, secret: str, tags: Sequence[str]) -> list[Outgoing]:
    """The requests that make a cache forget everything with one of the tags, or with the tag of our own answers.

    Args:
        kind: which cache it is.
        url: what to ask; for Fastly and Cloudflare the address of the purge in their API.
        secret: the token of Fastly or Cloudflare; for Varnish it may be empty, and is sent as a bearer token otherwise.
        tags: those of an event; without any, nothing is to be forgotten.

    Raises:
        ValueError: a tag has characters that no tag of ours has, or the kind is no cache.
    """
    if not tags:
        return []
    wanted = list(dict.fromkeys([*tags, CONTENT_TAG]))
    if wrong := [tag for tag in wanted if not _TAG.fullmatch(tag)]:
        raise ValueError(f"{wrong[0]!r} is no cache tag")
    bearer = {"Authorization": f"Bearer {secret}"} if secret else {}
    match kind:
        case EndpointKind.VARNISH_XKEY:
            return [
                Outgoing("PURGE", url, {"xkey-purge": " ".join(batch), **bearer}, b"") for batch in _batches(wanted)
            ]
        case EndpointKind.VARNISH_BAN:
            return [Outgoing("BAN", url, {"ban-tags": _pattern(batch), **bearer}, b"") for batch in _batches(wanted)]
        case EndpointKind.FASTLY:
            own = {"Accept": "application/json", "Fastly-Key": secret}
            batches = _batches(wanted, FASTLY_TAGS)
            return [Outgoing("POST", url, {**own, "Surrogate-Key": " ".join(batch)}, b"") for batch in batches]
        case EndpointKind.CLOUDFLARE:
            own = {"Content-Type": "application/json", **bearer}
            batches = _batches(wanted, CLOUDFLARE_TAGS)
            return [Outgoing("POST", url, own, orjson.dumps({"tags": batch})) for batch in batches]
        case _:
            raise ValueError(f"{kind} is no cache")


def has_purged(kind: EndpointKind, outcome: Outcome) -> bool:
    """Whether a cache did what it was asked to.

    Cloudflare says so in the body of its answer; for all others the status is enough.
    """
    if not outcome.ok or kind is not EndpointKind.CLOUDFLARE:
        return outcome.ok
    try:
        answer = orjson.loads(outcome.answer)
    except orjson.JSONDecodeError:
        return False
    return isinstance(answer, dict) and answer.get("success") is True


def _pattern(tags: Sequence[str]) -> str:
    """A regular expression (PCRE) for a `Surrogate-Key` header with one of the tags. No blanks."""
    alternatives = "|".join(tag.replace(".", "[.]") for tag in tags)
    return rf"(^|\s)({alternatives})(\s|$)"


def _batches(tags: Sequence[str], most: int = 1000) -> Iterator[list[str]]:
    """The tags in order, at most so many at a time, and never more than fit into a header."""
    batch: list[str] = []
    size = 0
    for tag in tags:
        # A dot takes three characters in a pattern, and every tag one between it and the next.
        length = len(tag) + 2 * tag.count(".") + 1
        if batch and (len(batch) == most or size + length > HEADER_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(tag)
        size += length
    if batch:
        yield batch
