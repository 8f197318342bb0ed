"""Ids and names as the API shows them."""

from __future__ import annotations

import re

# How the ids of each kind begin. A draft has the id of its article.
PREFIXES = {
    "article": "art",
    "asset": "ast",
    "author": "aut",
    "category": "cat",
    "collection": "col",
    "delivery": "del",
    "draft": "art",
    "endpoint": "end",
    "preview": "prv",
    "redirect": "red",
    "reference": "ref",
    "site": "sit",
    "source": "src",
    "tag": "tag",
    "token": "tok",
    "user": "usr",
}


def shown_id(kind: str, number: int) -> str:
    """An id as the API shows it, such as src_3."""
    return f"{PREFIXES[kind]}_{number}"


def camel(name: str) -> str:
    """A name in camelCase."""
    return re.sub("_(.)", lambda found: found[1].upper(), name)


def shown_field(name: str) -> str:
    """The name of a field in inputs."""
    return "tags" if name == "tag_ids" else camel(name)
