"""What every act on a draft begins and ends with: finding it, whether it may be done, and moving it on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q

from cms import workflow
from cms.errors import FieldProblem, NotFound, ValidationFailed, VersionConflict
from cms.models import CategoryAncestor, Draft, Revision
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.words import DraftStatus
from cms.workflow import Act


async def claim(
    tx: TransactionalDBClient, viewer: Viewer, draft_id: int, act: Act, expected_version: int | None
) -> Draft:
    """The draft, if the viewer may do this to it now; `expected_version` None is for what no edit can contradict.

    Raises:
        Unauthenticated: the viewer's account or credential ended meanwhile.
        Forbidden: the viewer lacks the permission.
        NotFound: there is no such draft, or the viewer may not know of it.
        VersionConflict: it has moved on since `expected_version`.
        InvalidTransition: its state does not allow it.
    """
    await confirm(tx, viewer)
    rule = workflow.RULES[act]
    draft = await find(tx, viewer, draft_id, rule.permission)
    if rule.while_public is not None and draft.status == DraftStatus.PUBLISHED:
        viewer.require(rule.while_public)
    if expected_version is not None and draft.version != expected_version:
        raise VersionConflict(expected_version, draft.version)
    workflow.check(draft, act)
    return draft


async def find(tx: TransactionalDBClient, viewer: Viewer, draft_id: int, permission: Permission) -> Draft:
    """The draft, if the viewer has the permission and may know of it.

    Raises:
        Forbidden: the viewer lacks the permission.
        NotFound: there is no such draft, or the viewer may not know of it.
    """
    viewer.require(permission)
    draft: Draft | None = await visible_to(viewer).using_db(tx).get_or_none(id=draft_id)
    if draft is None:
        raise NotFound("article", f"art_{draft_id}")
    await check_category(tx, viewer, draft.category_id, old=True)
    return draft


def visible_to(viewer: Viewer) -> Any:
    """The drafts that a viewer may know of: all for editors, the own and the assigned ones for contributors."""
    if viewer.sees_all_drafts:
        return Draft.all()
    if viewer.id is None:
        return Draft.filter(id__in=[])
    return Draft.filter(Q(owner_id=viewer.id) | Q(assignee_id=viewer.id))


async def check_category(
    tx: TransactionalDBClient, viewer: Viewer, category_id: int | None, *, old: bool = False
) -> None:
    """Refuse a category outside those that the viewer is limited to. A draft may begin without one (`old`).

    Raises:
        ValidationFailed: it is outside, or missing.
    """
    if viewer.category_ids is None or (old and category_id is None):
        return
    within = CategoryAncestor.filter(category_id=category_id, ancestor_id__in=list(viewer.category_ids))
    if category_id is None or not await within.using_db(tx).exists():
        raise ValidationFailed(
            FieldProblem("category_id", "you may write only in your own categories; choose one of them")
        )


async def advance(tx: TransactionalDBClient, draft: Draft, now: datetime, **values: Any) -> None:
    """Change the draft in the database and in memory, and move it on to its next version."""
    values |= {"version": draft.version + 1, "updated_at": now}
    await Draft.filter(id=draft.id).using_db(tx).update(**values)
    draft.update_from_dict(values)


async def head_of(tx: TransactionalDBClient, draft: Draft, *, at_version: int | None = None) -> Revision:
    """The newest revision, or the one that was the newest at a version."""
    number = draft.version if at_version is None else at_version
    newest = Revision.filter(draft_id=draft.id, number__lte=number).using_db(tx).order_by("-number")
    revision = await newest.first()
    assert revision is not None, "a draft is made with a revision"  # noqa: S101 - and never loses its first one
    return revision


async def revision_of(tx: TransactionalDBClient, draft: Draft, number: int | None) -> Revision:
    """The revision of that number, or the newest one.

    Raises:
        NotFound: the draft has no such revision, or it was only an autosave that a later one stands for.
    """
    if number is None:
        return await head_of(tx, draft)
    revision = await Revision.get_or_none(draft_id=draft.id, number=number, superseded_at=None, using_db=tx)
    if revision is None:
        raise NotFound("revision", number)
    return revision
