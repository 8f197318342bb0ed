"""A server that is killed while it is changed, as benchmarks/killing.py does it, a few times."""

from __future__ import annotations

import pytest

from benchmarks.killing import kill_again_and_again

pytestmark = pytest.mark.anyio


async def test_a_killed_server_lost_nothing_and_did_nothing_twice_or_by_half(database_url: str) -> None:
    found = await kill_again_and_again(database_url, kills=2, busy=0.8)

    assert found.kills == 2
    assert found.changes > 0
