"""What the tests of the API share."""

from __future__ import annotations

import pytest

from cms.db import Database
from tests.schema.differential import Both


@pytest.fixture
async def both(database: Database) -> Both:
    """The API and the reference; `both.reference` is empty until the test fills it with `await both.reread()`."""
    return await Both.over(database)
