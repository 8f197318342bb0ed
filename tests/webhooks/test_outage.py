"""A receiver that is down for three days while processes are killed, as benchmarks/outage.py does it, in short."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.outage import outage

pytestmark = pytest.mark.anyio


async def test_three_days_of_outage_and_killed_processes_lose_nothing(database_url: str, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text("0")

    found = await outage(database_url, clock, steps=30, kills=3)

    assert found.problems == []
    assert found.kills == 3
    assert found.requests > found.events > 10
