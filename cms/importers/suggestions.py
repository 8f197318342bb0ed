"""What an import suggests for a draft: confirming it sets the value, dismissing it only takes it away."""

from __future__ import annotations

from datetime import UTC, datetime

from cms import authors, drafts, editing, events, sources
from cms.db import writing
from cms.edits import Edits, ListEdit, Placed
from cms.errors import FieldProblem, NotFound, ValidationFailed
from cms.ids import shown_field
from cms.importers.credits import kind_of
from cms.importers.dates import parse_iso
from cms.models import Draft
from cms.permissions import Permission, Viewer
from cms.snapshots import CreditLink
from cms.words import CreditRole
from cms.workflow import Act


async def confirm(viewer: Viewer, draft_id: int, field: str, value: str, *, expected_version: int) -> Draft:
    """Set what is suggested, as an edit of the draft. Other suggestions for the same field go with it.

    Args:
        viewer: who confirms.
        draft_id: of which draft.
        field: which field, as inputs name it or as the suggestion does.
        value: which of the values suggested for it.
        expected_version: the version at which the draft was read.

    Raises:
        Forbidden: the viewer may not write, or not make the source or author that is suggested.
        NotFound: there is no such draft or suggestion.
        InvalidTransition: the draft is in the trash.
        ValidationFailed: the field cannot be set from a suggestion.
        VersionConflict: the field was edited since.
    """
    async with writing() as tx:
        draft = await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        _place(draft, field, value)
        edits = await _edits(viewer, shown_field(field), value)
        saved = await editing.update_draft(viewer, draft_id, edits, expected_version=expected_version)
    return saved.draft


async def dismiss(viewer: Viewer, draft_id: int, field: str, value: str, *, expected_version: int) -> Draft:
    """Take a suggestion away. Its evidence stays.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft or suggestion.
        InvalidTransition: the draft is in the trash.
        VersionConflict: the draft has moved on since `expected_version`.
    """
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.EDIT, expected_version)
        place = _place(draft, field, value)
        left = [one for index, one in enumerate(draft.suggestions) if index != place]
        await drafts.advance(tx, draft, now, suggestions=left)
        changed = ("suggestions",)
        await events.record(
            tx, viewer, "draft.saved", ("draft", draft_id), at=now, changed=changed, version=draft.version
        )
    return draft


def _place(draft: Draft, field: str, value: str) -> int:
    """Where the draft's suggestion stands."""
    for place, one in enumerate(draft.suggestions):
        named = one.get("field", "")
        # As evidence and inputs name it, or as it stands in the suggestions.
        if field in (shown_field(named), named) and one.get("value") == value:
            return place
    raise NotFound("suggestion", f"{field}: {value}")


async def _edits(viewer: Viewer, field: str, value: str) -> Edits:
    if field == "publishedAt":
        return Edits({"published_at": parse_iso(value)})
    if field == "sourceId":
        return Edits({"source_id": (await sources.find_or_create(viewer, value)).id})
    if field == "credits":
        author = await authors.find_or_create(viewer, value, kind_of(value))
        link = CreditLink(author.id, value, CreditRole.AUTHOR)
        return Edits(credits=ListEdit(add=(Placed(link),)))
    raise ValidationFailed(FieldProblem("field", "this suggestion cannot be confirmed; edit the field itself"))
