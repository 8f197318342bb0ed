"""The commands `cms events`, `cms related` and `cms webhooks`."""

# Printing is what this module is for; the commands import what they run when they are run, as those of cms/cli.py do.
# ruff: noqa: T201, PLC0415

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from cms.errors import BadUserInput, EventsGone
from cms.log import configure_logging, escape
from cms.permissions import Viewer
from cms.settings import Settings, load_settings

if TYPE_CHECKING:
    from cms.models import Endpoint, Event

Flag = Annotated[bool, Parameter(negative="")]

events_app = App(name="events", help="Follow the log of changes.")
related_app = App(name="related", help="Make related articles anew, or look whether they are right.")
webhooks_app = App(name="webhooks", help="Look at endpoints, try them out, and send them events again.")

OPERATOR = Viewer.system("cms")
BATCH = 200
POLL_SECONDS = 3.0


@events_app.command
async def tail(
    *,
    after: int | None = None,
    type: Annotated[tuple[str, ...], Parameter(negative="")] = (),  # noqa: A002 - the option's name
    follow: bool = True,
    json: Flag = False,
) -> None:
    """Print events as they happen, until interrupted.

    Args:
        after: Begin after the event of this number, 0 for the whole log; without it, with what happens from now on.
        type: Only events of this type, such as article.published; may be repeated.
        follow: Go on when the end of the log is reached.
        json: Print each event as webhooks carry it, a JSON object.
    """
    import orjson

    from cms.app import open_site
    from cms.event_types import TYPES
    from cms.webhooks.payloads import envelope

    if unknown := [name for name in type if name not in TYPES]:
        raise BadUserInput("type", f"there is no type of event {unknown[0][:60]!a}; docs/events.md lists all")
    async with open_site(_settings()) as database:
        await database.news.open()
        place = await _begin(after)
        while True:
            count = database.news.count
            found = await _read(place, type)
            for event in found.events:
                print(orjson.dumps(envelope(event)).decode() if json else _line(event), flush=True)
            place = found.place
            if found.is_end:
                if not follow:
                    return
                await database.news.wait(count, POLL_SECONDS)


class _Found:
    """Some events, the place in the log that was reached, and whether that is its end."""

    def __init__(self, events: list[Event], place: int, *, is_end: bool) -> None:
        self.events = events
        self.place = place
        self.is_end = is_end


async def _begin(after: int | None) -> int:
    """The place to begin at.

    Raises:
        EventsGone: the log does not hold everything that came after it.
    """
    from cms.models import Event

    last = await Event.all().order_by("-sequence").first()
    end = last.sequence if last else 0
    if after is None:
        return end
    first = await Event.all().order_by("sequence").first()
    if after > end or (first is not None and 0 < after < first.sequence - 1):
        raise EventsGone
    return after


async def _read(place: int, types: tuple[str, ...]) -> _Found:
    from cms.models import Event

    events = await Event.filter(sequence__gt=place).order_by("sequence").limit(BATCH)
    if events and place and events[0].sequence != place + 1:
        raise EventsGone
    wanted = [event for event in events if not types or event.type in types]
    return _Found(wanted, events[-1].sequence if events else place, is_end=len(events) < BATCH)


def _line(event: Event) -> str:
    from cms.ids import shown_id
    from cms.models.fields import canonical

    facts = {"sequence": event.sequence, "at": canonical(event.created_at), "type": event.type}
    facts |= {"subject": shown_id(event.subject_kind, event.subject_id), "by": event.actor}
    facts |= {"fields": ",".join(event.changed)} if event.changed else {}
    return _written(facts | {name: value for name, value in event.payload.items() if value is not None})


@related_app.command
async def rebuild() -> None:
    """Make all related articles anew, in pieces, while the site goes on. What is there stays until it is replaced.

    It may be ended at any time: whichever process follows the log completes it.
    """
    import asyncio

    from cms.app import open_site
    from cms.followers import TURN_SECONDS, Following
    from cms.models import ArticleWords
    from cms.related.following import Related

    async with open_site(_settings(), wait_seconds=60) as database:
        related = Related(database)
        following = Following(database, related)
        while not await following.restart():  # noqa: ASYNC110 - another process has the lease for a moment
            await asyncio.sleep(1)
        while not await related.is_idle():
            if await following.catch_up(TURN_SECONDS):
                await asyncio.sleep(0.2)  # another process works on it
        print(f"articles={await ArticleWords.all().count()}")


@related_app.command
async def verify(*, json: Flag = False) -> int:
    """Look whether the related articles are what they should be. Exit code 1 if not.

    Args:
        json: Print a JSON object.
    """
    from cms.app import open_site
    from cms.followers import standings
    from cms.related.tables import NAME
    from cms.related.verifying import find_faults

    async with open_site(_settings()) as database:
        faults = await find_faults()
        standing = (await standings(database)).get(NAME)
    if json:
        facts: dict[str, object] = {"faults": faults}
        facts |= {"behind": standing.behind, "skipped": standing.skipped} if standing else {}
        _print(facts, as_json=True)
    else:
        for fault, count in faults.items():
            print(f"{count:>8}  {fault}")
        print(f"{standing.behind if standing else 'all':>8}  events are still to be taken in")
    return 1 if any(faults.values()) or standing is None else 0


@webhooks_app.command(name="list")
async def list_(*, json: Flag = False) -> None:
    """List the endpoints.

    Args:
        json: Print a JSON object for each endpoint.
    """
    from cms.app import open_site
    from cms.models import Delivery
    from cms.webhooks import endpoints
    from cms.words import DeliveryState

    async with open_site(_settings()):
        for endpoint in await endpoints.list_endpoints(OPERATOR):
            unfinished = Delivery.filter(endpoint_id=endpoint.id).exclude(state=DeliveryState.DELIVERED)
            failed = await unfinished.filter(state=DeliveryState.FAILED).count()
            _print(_told(endpoint, await unfinished.count() - failed, failed), as_json=json)


@webhooks_app.command(name="test")
async def try_out(endpoint: str, /, *, json: Flag = False) -> int:
    """Send an endpoint an event that stands in no log, to try it out. Exit code 1 if it does not take it.

    Args:
        endpoint: The number or the id of the endpoint; end_5 is taken for 5.
        json: Print a JSON object.
    """
    from cms.app import open_site
    from cms.webhooks import endpoints
    from cms.webhooks.addresses import AddressRules
    from cms.webhooks.sending import Sender
    from schema.build import make_schema
    from schema.payloads import Payloads

    settings = _settings()
    rules = AddressRules.parse(settings.webhook_allowed_addresses)
    async with open_site(settings) as database, Sender(rules, settings.webhook_timeout_seconds) as sender:
        render = Payloads(make_schema(database, settings), settings).render
        outcome = await endpoints.try_out(OPERATOR, _number(endpoint), sender, render)
    milliseconds = round(outcome.seconds * 1000)
    facts = {"status": outcome.status, "error": outcome.error, "milliseconds": milliseconds, "answer": outcome.answer}
    _print(facts, as_json=json)
    return 0 if outcome.ok else 1


@webhooks_app.command
async def replay(endpoint: str, /, *, start: Annotated[int, Parameter(name="--from")], json: Flag = False) -> None:
    """Send an endpoint all events from a number of the log on again that it is told of, with the ids they have.

    Whichever process sends webhooks does so: `cms serve`, or `cms worker`.

    Args:
        endpoint: The number or the id of the endpoint; end_5 is taken for 5.
        start: The number of the first event.
        json: Print a JSON object.
    """
    from cms.app import open_site
    from cms.webhooks import endpoints

    async with open_site(_settings()):
        count = await endpoints.replay(OPERATOR, _number(endpoint), start)
    _print({"endpoint": _number(endpoint), "count": count}, as_json=json)


def _number(written: str) -> int:
    digits = written.removeprefix("end_")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise BadUserInput("endpoint", f"{written[:40]!a} is no number of an endpoint; `cms webhooks list` lists all")
    return int(digits)


def _told(endpoint: Endpoint, unfinished: int, failed: int) -> dict[str, object]:
    from cms.models.fields import canonical

    return {
        "id": endpoint.id,
        "name": endpoint.name,
        "kind": endpoint.kind,
        "state": endpoint.state,
        "url": endpoint.url,
        "unfinished": unfinished,
        "failed": failed,
        "failing_since": canonical(endpoint.failing_since) if endpoint.failing_since else None,
        "reason": endpoint.reason or None,
    }


def _settings() -> Settings:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    return settings


def _print(facts: Mapping[str, object], *, as_json: bool) -> None:
    import orjson

    print(orjson.dumps(facts).decode() if as_json else _written(facts))


def _written(facts: Mapping[str, object]) -> str:
    shown = {name: value for name, value in facts.items() if value is not None}
    return "  ".join(f"{name}={escape(str(value))}" for name, value in shown.items())
