"""Editors who race on one article over HTTP, as benchmarks/racing.py has them do, for a moment."""

from __future__ import annotations

import pytest

from benchmarks.racing import race

pytestmark = pytest.mark.anyio


async def test_no_edit_is_lost_when_editors_race_on_one_article(database_url: str) -> None:
    found = await race(database_url, editors=6, seconds=2)

    assert found.count > 0
