"""Preview links: who may make, see and end them, what the database keeps of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from cms import previews, text, trash, users
from cms.credentials import digest
from cms.db import Database
from cms.errors import CMSError, Forbidden, InvalidTransition, NotFound, Unauthenticated, ValidationFailed
from cms.log import without_password
from cms.models import Draft, Event, PreviewLink, Revision, User
from cms.permissions import Viewer
from cms.words import DraftStatus, Role
from tests.accounts import cheap_hashes, make_user, viewer_of
from tests.content import EDITOR, make_draft

__all__ = ["cheap_hashes"]

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


async def test_a_link_lasts_a_week_and_only_its_hash_is_kept(database: Database) -> None:
    draft = await make_draft()

    with time_machine.travel(NOW, tick=False):
        made = await previews.make_link(EDITOR, draft.id)

    row = await PreviewLink.get(id=made.link.id)
    assert made.secret.startswith("bs_preview_")
    assert row.secret_hash == digest(made.secret)
    assert (row.draft_id, row.revision_id, row.user_id) == (draft.id, None, None)
    assert (row.created_at, row.expires_at, row.revoked_at) == (NOW, NOW + timedelta(days=7), None)


async def test_a_link_may_be_bound_to_a_revision_that_is_there(database: Database) -> None:
    draft = await make_draft()
    revision = await Revision.get(draft_id=draft.id)

    made = await previews.make_link(EDITOR, draft.id, revision_number=1)

    assert made.link.revision_id == revision.id
    with pytest.raises(NotFound):
        await previews.make_link(EDITOR, draft.id, revision_number=2)


@pytest.mark.parametrize("seconds", [-1, 0, 59, 90 * 24 * 3600 + 1, 10**30])
async def test_a_lifetime_is_a_minute_to_ninety_days(database: Database, seconds: int) -> None:
    draft = await make_draft()

    with pytest.raises(ValidationFailed) as refused:
        await previews.make_link(EDITOR, draft.id, lifetime_seconds=seconds)

    assert refused.value.problems[0].path == "lifetimeSeconds"
    assert await PreviewLink.all().count() == 0


async def test_no_event_and_no_log_line_holds_the_secret(database: Database) -> None:
    draft = await make_draft()

    made = await previews.make_link(EDITOR, draft.id, revision_number=1)
    await previews.revoke_link(EDITOR, made.link.id)
    await previews.revoke_link(EDITOR, made.link.id)

    events = await Event.filter(type__startswith="preview.").order_by("sequence")
    assert [(event.type, event.subject_kind, event.subject_id) for event in events] == [
        ("preview.created", "draft", draft.id),
        ("preview.revoked", "draft", draft.id),
    ]
    assert events[0].payload["link"] == events[1].payload["link"] == f"prv_{made.link.id}"
    kept = str([event.payload for event in events])
    assert made.secret not in kept
    assert digest(made.secret) not in kept
    assert made.secret[11:] not in without_password(f'GET /graphql?query={{article(preview:"{made.secret}"){{id}}}}')


async def test_links_of_a_draft_are_listed_newest_first_with_those_that_ended(database: Database) -> None:
    draft, other = await make_draft(), await make_draft()
    first = await previews.make_link(EDITOR, draft.id)
    second = await previews.make_link(EDITOR, draft.id, revision_number=1)
    await previews.make_link(EDITOR, other.id)
    await previews.revoke_link(EDITOR, first.link.id)

    listed = await previews.list_links(EDITOR, draft.id)

    assert [link.id for link in listed] == [second.link.id, first.link.id]
    assert [link.revoked_at is None for link in listed] == [True, False]


async def _attempts(viewer: Viewer, draft: Draft, link_id: int) -> list[type[CMSError] | None]:
    """How making, listing and revoking are refused to the viewer."""
    found: list[type[CMSError] | None] = []
    for attempt in (
        lambda: previews.make_link(viewer, draft.id),
        lambda: previews.list_links(viewer, draft.id),
        lambda: previews.revoke_link(viewer, link_id),
    ):
        try:
            await attempt()
        except CMSError as error:
            found.append(type(error))
        else:
            found.append(None)
    return found


@pytest.mark.parametrize("role", list(Role))
async def test_who_may_handle_links_of_others_and_of_own_drafts(database: Database, role: Role) -> None:
    user = await make_user(role, password=None)
    viewer = viewer_of(user)
    foreign, own, assigned = await make_draft(), await make_draft(), await make_draft()
    await Draft.filter(id=own.id).update(owner_id=user.id)
    await Draft.filter(id=assigned.id).update(assignee_id=user.id)
    links = {draft.id: (await previews.make_link(EDITOR, draft.id)).link.id for draft in (foreign, own, assigned)}

    refused = {draft.id: await _attempts(viewer, draft, links[draft.id]) for draft in (foreign, own, assigned)}

    if role is Role.READER:
        assert all(attempts == [Forbidden] * 3 for attempts in refused.values())
        return
    assert refused[own.id] == refused[assigned.id] == [None] * 3
    assert refused[foreign.id] == ([NotFound] * 3 if role is Role.CONTRIBUTOR else [None] * 3)


async def test_somebody_disabled_meanwhile_makes_and_ends_no_link(database: Database) -> None:
    user = await make_user(Role.EDITOR, password=None)
    draft = await make_draft()
    made = await previews.make_link(EDITOR, draft.id)
    await User.filter(id=user.id).update(is_disabled=True)

    with pytest.raises(Unauthenticated):
        await previews.make_link(viewer_of(user), draft.id)
    with pytest.raises(Unauthenticated):
        await previews.revoke_link(viewer_of(user), made.link.id)

    assert (await PreviewLink.get()).revoked_at is None


async def test_what_is_in_the_trash_or_taken_down_gets_no_link(database: Database) -> None:
    trashed, taken_down = await make_draft(), await make_draft()
    await trash.trash(EDITOR, trashed.id, expected_version=1)
    await Draft.filter(id=taken_down.id).update(status=DraftStatus.TAKEN_DOWN)

    for draft in (trashed, taken_down):
        with pytest.raises(InvalidTransition):
            await previews.make_link(EDITOR, draft.id)


async def test_unknown_drafts_and_links_are_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        await previews.make_link(EDITOR, 17)
    with pytest.raises(NotFound):
        await previews.list_links(EDITOR, 17)
    with pytest.raises(NotFound):
        await previews.revoke_link(EDITOR, 17)


async def test_deleting_a_draft_for_ever_takes_its_links_along(database: Database) -> None:
    draft = await make_draft(text.clean("会消失的"))
    await previews.make_link(EDITOR, draft.id)
    await trash.trash(EDITOR, draft.id, expected_version=1)

    await trash.delete(EDITOR, draft.id, expected_version=2)

    assert await PreviewLink.all().count() == 0


async def test_disabling_its_maker_ends_a_link_for_good(database: Database) -> None:
    user = await make_user(Role.EDITOR)
    draft = await make_draft()
    made = await previews.make_link(viewer_of(user), draft.id)

    await users.update_user(EDITOR, user.id, is_disabled=True)
    await users.update_user(EDITOR, user.id, is_disabled=False)

    assert (await PreviewLink.get(id=made.link.id)).revoked_at is not None


async def test_a_draft_has_only_so_many_valid_links(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "MOST_VALID", 2)
    draft = await make_draft()
    first, _second = [await previews.make_link(EDITOR, draft.id) for _ in range(2)]

    with pytest.raises(ValidationFailed, match="revoke some"):
        await previews.make_link(EDITOR, draft.id)
    await previews.revoke_link(EDITOR, first.link.id)

    assert await previews.make_link(EDITOR, draft.id)
