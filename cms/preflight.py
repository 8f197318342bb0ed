"""What publishing a revision would change, and what is wrong with it, before it happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import copies, links, places, schedules, text
from cms.asset_uses import assets_in
from cms.drafts import visible_to
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Article, Asset, Draft, Revision
from cms.models.fields import canonical
from cms.permissions import Viewer
from cms.projection import EVENTS, path_of
from cms.words import DraftStatus, ScheduleAct
from cms.workflow import RULES, Act

_NAMED = 5  # how many of several things a message names


class FindingCode(StrEnum):
    """What preflight looks for."""

    NOT_PUBLISHABLE = "NOT_PUBLISHABLE"
    TITLE_MISSING = "TITLE_MISSING"
    BODY_MISSING = "BODY_MISSING"
    EMBARGO = "EMBARGO"
    DATE_MISSING = "DATE_MISSING"
    DATE_IN_FUTURE = "DATE_IN_FUTURE"
    SOURCE_MISSING = "SOURCE_MISSING"
    LICENCE_MISSING = "LICENCE_MISSING"
    CATEGORY_MISSING = "CATEGORY_MISSING"
    DUPLICATE_HEADLINE = "DUPLICATE_HEADLINE"
    DUPLICATE_TEXT = "DUPLICATE_TEXT"
    LINK_NOT_PUBLIC = "LINK_NOT_PUBLIC"
    LINK_GONE = "LINK_GONE"
    NOT_NEWEST = "NOT_NEWEST"
    REVIEW_OPEN = "REVIEW_OPEN"
    SCHEDULED = "SCHEDULED"
    ASSET_EXPIRED = "ASSET_EXPIRED"
    IMAGE_ALT_MISSING = "IMAGE_ALT_MISSING"


@dataclass(frozen=True)
class Finding:
    """Something to look at. One that `blocks` keeps the article from being published."""

    code: FindingCode
    field: str
    message: str
    blocks: bool = False


@dataclass(frozen=True)
class AffectedList:
    """What shows the article afterwards, or did before: its cache tag, and whether the article joins or leaves.

    `tag` is such as `category:5`, or `article:4` for a page that links to it; `change` is JOINS, LEAVES or STAYS.
    """

    tag: str
    change: str


@dataclass(frozen=True)
class PublishPlan:
    """What publishing does.

    Attributes:
        revision: the number of the revision that goes live.
        url: where the article will stand.
        former_url: where it stands now, if that is another place; it leads on.
        event: what followers (caches, webhooks, search) will be told.
        lists: the lists that change, by their cache tags.
        findings: what is wrong, the blocking ones first.
    """

    revision: int
    url: str
    former_url: str | None
    event: str
    lists: tuple[AffectedList, ...]
    findings: tuple[Finding, ...]

    def refuse_blocked(self) -> None:
        """Go on only when nothing blocks.

        Raises:
            ValidationFailed: naming everything that does.
        """
        refuse([finding for finding in self.findings if finding.blocks])


def refuse(findings: list[Finding]) -> None:
    """Refuse if there are any findings.

    Raises:
        ValidationFailed: naming them.
    """
    if findings:
        raise ValidationFailed(*(FieldProblem(finding.field, finding.message) for finding in findings))


async def make_plan(
    tx: TransactionalDBClient,
    viewer: Viewer,
    draft: Draft,
    revision: Revision,
    now: datetime,
    act: Act = Act.PUBLISH,
) -> PublishPlan:
    """The plan for publishing or correcting a revision at a time; it names no draft that the viewer may not know of."""
    is_public = draft.status == DraftStatus.PUBLISHED
    live = await Article.get_or_none(id=draft.id, using_db=tx) if is_public else None
    snapshot = await links.current(tx, revision.snapshot, draft_id=draft.id)
    findings = [
        *blocking(snapshot, draft, now),
        *_unusual(snapshot, now),
        *await _links(tx, viewer, revision.snapshot, snapshot),
        *await _surroundings(tx, viewer, draft, revision, snapshot),
        *await _pictures(tx, snapshot, now),
    ]
    url = path_of(draft.id, draft.slug)
    return PublishPlan(
        revision=revision.number,
        url=url,
        former_url=live.path if live is not None and live.path != url else None,
        event=EVENTS[act, live is not None],
        lists=tuple(await _lists(tx, draft, live, snapshot)),
        findings=tuple(findings),
    )


def blocking(snapshot: dict[str, Any], draft: Draft, at: datetime) -> list[Finding]:
    """What keeps a revision from being public at a time."""
    found = []
    if draft.status not in RULES[Act.PUBLISH].sources:
        remedy = "restore it first" if draft.status == DraftStatus.TRASHED else "reinstate it first"
        found.append(Finding(FindingCode.NOT_PUBLISHABLE, "status", f"it is {draft.status}; {remedy}", True))
    if not snapshot["article"]["title"]:
        found.append(Finding(FindingCode.TITLE_MISSING, "title", "an article needs a title to be published", True))
    if not snapshot["body"]["text"].strip():
        found.append(Finding(FindingCode.BODY_MISSING, "body", "an article needs a body to be published", True))
    if draft.embargo_until is not None and draft.embargo_until > at:
        message = f"under embargo until {canonical(draft.embargo_until)}; schedule it for then, or lift the embargo"
        found.append(Finding(FindingCode.EMBARGO, "embargoUntil", message, True))
    return found


def _unusual(snapshot: dict[str, Any], now: datetime) -> list[Finding]:
    article = snapshot["article"]
    found = []
    if article["published_at"] is None:
        message = "it carries no date; lists sort it by when it goes live"
        found.append(Finding(FindingCode.DATE_MISSING, "publishedAt", message))
    elif datetime.fromisoformat(article["published_at"]) > now:
        message = f"its date, {article['published_at']}, is still to come"
        found.append(Finding(FindingCode.DATE_IN_FUTURE, "publishedAt", message))
    missing = {
        "source_id": (FindingCode.SOURCE_MISSING, "source", "nobody is named as its source"),
        "licence": (FindingCode.LICENCE_MISSING, "licence", "it carries no licence"),
        "category_id": (FindingCode.CATEGORY_MISSING, "category", "it stands in no category"),
    }
    found += [Finding(code, field, message) for name, (code, field, message) in missing.items() if not article[name]]
    return found


async def _links(
    tx: TransactionalDBClient, viewer: Viewer, stored: dict[str, Any], snapshot: dict[str, Any]
) -> list[Finding]:
    """Links of the revision whose targets were deleted since, or are not public.

    What the viewer may not know of is told as what was deleted is: whether it is there is nobody's business.
    """
    gone = {name: len(stored[name]) - len(snapshot[name]) for name in ("credits", "relations", "tags")}
    targets = {link["target_id"] for link in snapshot["relations"]} - {None}
    public = set(await Article.filter(id__in=targets).using_db(tx).values_list("id", flat=True))
    known = set(await visible_to(viewer).filter(id__in=targets).using_db(tx).values_list("id", flat=True))
    gone["relations"] += sum(1 for target in targets if target not in public | known)
    shown = [link["target_id"] for link in snapshot["relations"] if link["target_id"] in public | known | {None}]
    why = "were deleted or merged" if viewer.sees_all_drafts else "were deleted or merged, or are not public"
    return [
        *(
            Finding(FindingCode.LINK_GONE, name, f"{count} of them {why}, and will not be shown")
            for name, count in gone.items()
            if count
        ),
        *(
            Finding(
                FindingCode.LINK_NOT_PUBLIC,
                f"relations.{place}",
                f"art_{target} is not public; the link shows as soon as it is",
            )
            for place, target in enumerate(shown)
            if target in known - public
        ),
    ]


async def _surroundings(
    tx: TransactionalDBClient, viewer: Viewer, draft: Draft, revision: Revision, snapshot: dict[str, Any]
) -> list[Finding]:
    found = []
    title_key = text.fold(snapshot["article"]["title"])[:300]
    namesakes = visible_to(viewer).filter(title_key=title_key, id__not=draft.id)
    namesakes = namesakes.exclude(status=DraftStatus.TRASHED)
    twins = await namesakes.using_db(tx).order_by("id").limit(_NAMED).values_list("id", flat=True)
    if twins:
        message = f"the same headline as {', '.join(f'art_{number}' for number in twins)}"
        found.append(Finding(FindingCode.DUPLICATE_HEADLINE, "title", message))
    if found_alike := await copies.possible_duplicates(tx, visible_to(viewer), draft.id, most=_NAMED):
        told = ", ".join(f"art_{other} ({similarity // 10} %)" for other, similarity in found_alike.items())
        found.append(Finding(FindingCode.DUPLICATE_TEXT, "body", f"nearly the same text as {told}"))
    newer = Revision.filter(draft_id=draft.id, number__gt=revision.number).using_db(tx)
    if revision.number < draft.version and await newer.exists():
        message = "there are newer edits, which will not go live"
        found.append(Finding(FindingCode.NOT_NEWEST, "revision", message))
    if draft.review != "NONE":
        found.append(Finding(FindingCode.REVIEW_OPEN, "review", f"its review is not finished: {draft.review}"))
    planned = (await schedules.pending(tx, draft.id)).get(ScheduleAct.PUBLISH)
    if planned is not None:
        message = f"it is scheduled for {canonical(planned.due_at)}; publishing now cancels that"
        found.append(Finding(FindingCode.SCHEDULED, "schedule", message))
    return found


async def _pictures(tx: TransactionalDBClient, snapshot: dict[str, Any], now: datetime) -> list[Finding]:
    numbers = assets_in(snapshot)
    if not numbers:
        return []
    image_id = snapshot["article"].get("image_id")
    found = []
    for asset in await Asset.filter(id__in=numbers).using_db(tx).order_by("id"):
        field = "image" if asset.id == image_id else "body"
        if asset.expires_at is not None and asset.expires_at <= now:
            message = f"the rights to ast_{asset.id} ({asset.name}) ended on {canonical(asset.expires_at)}"
            found.append(Finding(FindingCode.ASSET_EXPIRED, field, message))
        if asset.id == image_id and not asset.alt:
            message = f"ast_{asset.id} ({asset.name}) has no text for those who cannot see it"
            found.append(Finding(FindingCode.IMAGE_ALT_MISSING, field, message))
    return found


async def _lists(
    tx: TransactionalDBClient, draft: Draft, live: Article | None, snapshot: dict[str, Any]
) -> list[AffectedList]:
    """The lists and pages by cache tag, with what happens to the article in each."""
    now = await places.shown(tx, draft.id)
    before = set() if live is None else now.around | now.lists
    after = now.around | await places.lists_of(tx, draft.id, snapshot)
    changes = {(True, True): "STAYS", (False, True): "JOINS", (True, False): "LEAVES"}
    return [AffectedList(tag, changes[tag in before, tag in after]) for tag in sorted(before | after)]
