"""Random operations are answered as the reference answers them, with one statement each."""

from __future__ import annotations

import pytest

from cms.db import Database
from tests.content import make_site_content
from tests.operations import Operations
from tests.schema.differential import Both, pools_of

pytestmark = pytest.mark.anyio
SITES = 4


@pytest.mark.parametrize("seed", range(SITES))
async def test_random_operations_are_answered_as_by_the_reference(
    database: Database, seed: int, request: pytest.FixtureRequest, repeats_allowed: None
) -> None:
    await make_site_content(seed)
    both = await Both.over(database)
    pools = pools_of(both.reference.rows)

    for number in range(request.config.getoption("--operations", 160) // SITES):
        operation = Operations(both.printed, pools, f"{seed}-{number}").make()
        try:
            await both.agree(operation.query, operation.variables)
        except BaseException as error:
            error.add_note(f"site {seed}, operation {number}\n{operation.query}\n{operation.variables}")
            raise
