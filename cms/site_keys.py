"""Secrets that a site makes for itself and keeps in its database, so that all its processes have the same."""

from __future__ import annotations

import secrets

from tortoise.backends.base.client import BaseDBAsyncClient

from cms.db.sql import run

ASSETS = "assets"


async def site_key(client: BaseDBAsyncClient, name: str) -> bytes:
    """The secret of that name; it is made when it is first asked for."""
    ask = "SELECT value FROM site_key WHERE name=?"
    found = await run(client, ask, name)
    if not found:
        made = secrets.token_hex(32)
        await run(client, "INSERT INTO site_key(name,value) VALUES(?,?) ON CONFLICT DO NOTHING", name, made)
        found = await run(client, ask, name)
    return bytes.fromhex(found[0]["value"])
