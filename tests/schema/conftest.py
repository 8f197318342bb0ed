"""What the tests of the API add to the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--operations", type=int, default=200, help="how many random operations to compare on each database")
