"""The state machine of a draft: what can be done in which state, where it leads, and who may do it. The only place.

A draft stands between newsroom and public (`DraftStatus`) and, apart from that, waits for a review or not
(`ReviewState`). docs/workflow.md draws what this table says; a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cms.errors import InvalidTransition
from cms.models import Draft
from cms.permissions import Permission
from cms.words import DraftStatus, ReviewState


class Act(StrEnum):
    """Something that is done to a draft."""

    EDIT = "EDIT"
    SUBMIT = "SUBMIT"
    REQUEST_CHANGES = "REQUEST_CHANGES"
    ASSIGN = "ASSIGN"
    PUBLISH = "PUBLISH"
    CORRECT = "CORRECT"
    SCHEDULE = "SCHEDULE"
    CANCEL_SCHEDULE = "CANCEL_SCHEDULE"
    EMBARGO = "EMBARGO"
    UNPUBLISH = "UNPUBLISH"
    TAKE_DOWN = "TAKE_DOWN"
    REINSTATE = "REINSTATE"
    TRASH = "TRASH"
    RESTORE = "RESTORE"
    DELETE = "DELETE"


@dataclass(frozen=True)
class Rule:
    """When an act is possible and what it does.

    Attributes:
        permission: what it asks for. WRITE is enough for own drafts; others need EDIT (cms/drafts.py).
        sources: the statuses it is possible in.
        target: the status it leads to; None leaves it, or (RESTORE, DELETE) the act itself decides.
        reviews: the states of review it is possible in; None is any.
        review: the state of review it leads to; None leaves it.
        while_public: what it asks for besides, as long as the article is public.
    """

    permission: Permission
    sources: frozenset[DraftStatus]
    target: DraftStatus | None = None
    reviews: frozenset[ReviewState] | None = None
    review: ReviewState | None = None
    while_public: Permission | None = None


_PUBLISHED = frozenset({DraftStatus.PUBLISHED})
_WAS_PUBLIC = frozenset({DraftStatus.PUBLISHED, DraftStatus.UNPUBLISHED})
_PUBLISHABLE = _WAS_PUBLIC | {DraftStatus.DRAFT}
_KEPT = _PUBLISHABLE | {DraftStatus.TAKEN_DOWN}
_TRASHED = frozenset({DraftStatus.TRASHED})
_NOT_REQUESTED = frozenset({ReviewState.NONE, ReviewState.CHANGES_REQUESTED})
_REQUESTED = frozenset({ReviewState.REQUESTED})

RULES: dict[Act, Rule] = {
    Act.EDIT: Rule(Permission.WRITE, _KEPT),
    Act.SUBMIT: Rule(Permission.WRITE, _KEPT, reviews=_NOT_REQUESTED, review=ReviewState.REQUESTED),
    Act.REQUEST_CHANGES: Rule(Permission.EDIT, _KEPT, reviews=_REQUESTED, review=ReviewState.CHANGES_REQUESTED),
    Act.ASSIGN: Rule(Permission.EDIT, _KEPT),
    Act.PUBLISH: Rule(Permission.PUBLISH, _PUBLISHABLE, DraftStatus.PUBLISHED, review=ReviewState.NONE),
    Act.CORRECT: Rule(Permission.PUBLISH, _PUBLISHED, DraftStatus.PUBLISHED, review=ReviewState.NONE),
    Act.SCHEDULE: Rule(Permission.PUBLISH, _PUBLISHABLE),
    Act.CANCEL_SCHEDULE: Rule(Permission.PUBLISH, _KEPT),
    Act.EMBARGO: Rule(Permission.PUBLISH, _KEPT - _PUBLISHED),
    Act.UNPUBLISH: Rule(Permission.PUBLISH, _PUBLISHED, DraftStatus.UNPUBLISHED),
    Act.TAKE_DOWN: Rule(Permission.PUBLISH, _WAS_PUBLIC, DraftStatus.TAKEN_DOWN, review=ReviewState.NONE),
    Act.REINSTATE: Rule(Permission.PUBLISH, frozenset({DraftStatus.TAKEN_DOWN}), DraftStatus.UNPUBLISHED),
    Act.TRASH: Rule(
        Permission.WRITE, _KEPT, DraftStatus.TRASHED, review=ReviewState.NONE, while_public=Permission.PUBLISH
    ),
    Act.RESTORE: Rule(Permission.WRITE, _TRASHED),
    Act.DELETE: Rule(Permission.DELETE, _TRASHED),
}


def check(draft: Draft, act: Act) -> None:
    """Refuse an act that the draft's state does not allow.

    Raises:
        InvalidTransition: naming the state that is in the way.
    """
    rule = RULES[act]
    if draft.status not in rule.sources:
        raise InvalidTransition(draft.status, act)
    if rule.reviews is not None and draft.review not in rule.reviews:
        raise InvalidTransition(draft.review, act, what="review")


def outcome(act: Act) -> dict[str, str]:
    """The columns of the draft that an act changes by itself."""
    rule = RULES[act]
    found: dict[str, str] = {}
    if rule.target is not None:
        found["status"] = rule.target
    if rule.review is not None:
        found["review"] = rule.review
    return found
