"""What the tests of the API share."""

from __future__ import annotations

import pytest

from cms.db import Database
from tests.schema.differential import Both


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--operations", type=int, default=160, help="how many random operations to compare on each database"
    )


@pytest.fixture
async def both(database: Database) -> Both:
    """The API and the reference; `both.reference` is empty until the test fills it with `await both.reread()`."""
    return await Both.over(database)
