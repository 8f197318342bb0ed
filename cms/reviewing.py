"""The second pair of eyes: asking for a review, asking for changes, and who shall go on with a draft."""

from __future__ import annotations

from datetime import UTC, datetime

from cms import drafts, events, text, workflow
from cms.db import writing
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Draft, Revision, User
from cms.permissions import ROLES, Permission, Viewer
from cms.words import Role
from cms.workflow import Act

LONGEST_NOTE = 5000


async def submit(viewer: Viewer, draft_id: int, *, expected_version: int) -> Draft:
    """Ask for a review.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft, or the viewer may not know of it.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: a review is asked for already, or it is in the trash.
    """
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.SUBMIT, expected_version)
        # What a reviewer is about to read is no longer one that a later autosave may stand for.
        head = await drafts.head_of(tx, draft)
        await Revision.filter(id=head.id).using_db(tx).update(is_autosave=False, began_at=None)
        await drafts.advance(tx, draft, now, review_note="", **workflow.outcome(Act.SUBMIT))
        await events.record(tx, viewer, "draft.submitted", ("draft", draft_id), at=now)
    return draft


async def request_changes(viewer: Viewer, draft_id: int, note: str, *, expected_version: int) -> Draft:
    """Answer a review: something is to be changed first.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: no review is asked for.
        ValidationFailed: the note is missing or too long.
    """
    if not text.clean(note):
        raise ValidationFailed(FieldProblem("note", "say what is to be changed"))
    if problem := text.problem_in(note, max_length=LONGEST_NOTE, multiline=True):
        raise ValidationFailed(FieldProblem("note", problem))
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.REQUEST_CHANGES, expected_version)
        await drafts.advance(tx, draft, now, review_note=note, **workflow.outcome(Act.REQUEST_CHANGES))
        await events.record(tx, viewer, "draft.changes_requested", ("draft", draft_id), at=now, note=note)
    return draft


async def assign(viewer: Viewer, draft_id: int, user_id: int | None, *, expected_version: int) -> Draft:
    """Say who shall go on with a draft; None is nobody in particular. Contributors may change what is assigned to them.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is in the trash.
        ValidationFailed: there is no such user, or not one who can write.
    """
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.ASSIGN, expected_version)
        if user_id is not None:
            user = await User.get_or_none(id=user_id, is_disabled=False, using_db=tx)
            if user is None or Permission.WRITE not in ROLES[Role(user.role)]:
                raise ValidationFailed(FieldProblem("user_id", "there is no such user who can write"))
        await drafts.advance(tx, draft, now, assignee_id=user_id)
        await events.record(tx, viewer, "draft.assigned", ("draft", draft_id), at=now, assignee=user_id)
    return draft
