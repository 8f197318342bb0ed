"""What administrators are told of the server, with one statement on both databases."""

from __future__ import annotations

import pytest

from cms import __version__
from cms.migrations import chain
from cms.models import DraftSearchEntry, Event, Follower
from cms.words import Role
from tests.content import make_article
from tests.newsroom import Newsroom

pytestmark = pytest.mark.anyio
EVERYTHING = """{ system {
  version pythonVersion now databaseEngine databaseVersion databaseBytes migration migratedAt
  articleCount draftCount trashCount userCount lastSequence eventCount firstEventAt
  pendingDeliveryCount failedDeliveryCount oldestDeliveryAt stoppedEndpointCount
  scheduleCount overdueScheduleCount nextScheduleAt hotDueAt
  followers { name behind isWorking tries retryAt skippedCount skippedSequence }
  derived { name total missing stale } } }"""


async def test_the_system_tells_its_versions_and_what_waits(newsroom: Newsroom, dialect: str) -> None:
    told = (await newsroom.ask(EVERYTHING, Role.ADMIN))["system"]

    assert told["version"] == __version__
    assert told["databaseEngine"] == {"sqlite": "SQLITE", "postgres": "POSTGRESQL"}[dialect]
    assert told["databaseVersion"]
    assert told["databaseBytes"] > 1000
    assert told["migration"] == chain.load(chain.VERSIONS)[-1].name
    assert told["userCount"] == len(Role)
    assert (told["pendingDeliveryCount"], told["scheduleCount"], told["nextScheduleAt"]) == (0, 0, None)


async def test_the_system_tells_what_is_made_from_the_content_and_what_is_not_yet(newsroom: Newsroom) -> None:
    await make_article()
    draft = (await newsroom.create(title="渡轮"))["draft"]
    await newsroom.act("trashArticle", id=draft["id"], expectedVersion=1)
    sequence = (await Event.all().order_by("-sequence").first()).sequence  # type: ignore[union-attr] # there are some
    await DraftSearchEntry.filter(draft_id=int(draft["id"].removeprefix("art_"))).delete()
    await Follower.create(name="related", position=sequence - 2, skipped=1, skipped_sequence=1)

    told = (await newsroom.ask(EVERYTHING, Role.ADMIN))["system"]

    assert (told["articleCount"], told["draftCount"], told["trashCount"]) == (1, 1, 1)
    assert (told["lastSequence"], told["eventCount"]) == (sequence, sequence)
    (follower,) = told["followers"]
    assert (follower["name"], follower["behind"], follower["skippedCount"]) == ("related", 2, 1)
    assert not follower["isWorking"]
    made = {one["name"]: one for one in told["derived"]}
    assert list(made) == ["ARTICLE_SEARCH", "DRAFT_SEARCH", "NAMES", "COPIES", "RELATED"]
    assert made["DRAFT_SEARCH"] == {"name": "DRAFT_SEARCH", "total": 2, "missing": 1, "stale": 0}
    assert (made["RELATED"]["total"], made["RELATED"]["missing"]) == (1, 1)


async def test_only_administrators_are_told(newsroom: Newsroom) -> None:
    assert (await newsroom.ask("{ system { version } }", Role.ADMIN))["system"] == {"version": __version__}
    body = await newsroom.client.post(
        "/graphql", json={"query": "{ system { version } }"}, headers=newsroom.headers[Role.PUBLISHER]
    )
    assert body.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"
