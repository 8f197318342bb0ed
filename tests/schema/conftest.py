"""What the tests of the API share."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from cms import worker
from cms.db import Database
from schema import limits
from tests.accounts import cheap_hashes, client
from tests.newsroom import newsroom
from tests.schema.differential import Both

__all__ = ["cheap_hashes", "client", "newsroom"]  # fixtures of all tests here


@pytest.fixture
def repeats_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lift the limit that random operations run into: they repeat themselves."""
    monkeypatch.setattr(limits, "MAX_REPEATS", 1000)


@pytest.fixture
def no_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be done beside what is asked for: no loop of the worker runs."""
    monkeypatch.setattr(worker, "running", lambda *_given: nullcontext())


@pytest.fixture
async def both(database: Database, repeats_allowed: None) -> Both:
    """The API and the reference; `both.reference` is empty until the test fills it with `await both.reread()`."""
    return await Both.over(database)
