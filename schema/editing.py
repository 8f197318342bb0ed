"""Making and changing articles in the newsroom: drafts, revisions, reviews, locks, who is there, the trash."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from cms import editing, locks, presence, reviewing, trash
from cms.ids import shown_field
from schema.article_inputs import (
    ArticleInput,
    CreateArticleInput,
    UpdateArticleInput,
    article_number,
    at,
    content_of,
    edits_of,
    user_number,
)
from schema.articles import DraftPayload, DraftResult, Info, argument, draft_row, payload
from schema.colleagues import Colleague
from schema.describe import Row
from schema.newsroom import Draft, Revision
from schema.results import Forbidden, InvalidTransition, NotFound, ValidationFailed, VersionConflict, mutation


@strawberry.type(description="The draft after a save.")
class UpdateArticlePayload:
    """A payload."""

    draft: Draft = strawberry.field(description="The draft.")
    merged_fields: list[str] = strawberry.field(
        description="What others had changed since `expectedVersion`, and was kept: read these fields again."
    )


@strawberry.type(description="A revision after a change.")
class RevisionPayload:
    """A payload."""

    revision: Revision = strawberry.field(description="The revision.")


@strawberry.type(description="Whether the viewer has the lock now.")
class LockPayload:
    """A payload."""

    is_own: bool = strawberry.field(description="Whether the viewer has it; if not, `user` has.")
    user: Colleague = strawberry.field(description="Who has it.")
    held_since: datetime = strawberry.field(description="Since when.")
    expires_at: datetime = strawberry.field(description="Until when, unless `lockArticle` is sent again.")


@strawberry.type(description="Whether there was an own lock to give up.")
class UnlockPayload:
    """A payload."""

    was_held: bool = strawberry.field(description="Whether the viewer had the lock.")


@strawberry.type(description="Whether the viewer was there.")
class WithdrawPresencePayload:
    """A payload."""

    was_there: bool = strawberry.field(description="Whether the viewer had the draft open.")


@strawberry.type(description="The article is gone for ever. Its id is never used again.")
class DeleteArticlePayload:
    """A payload."""

    id: strawberry.ID = strawberry.field(description="The id it had.")


CreateArticleResult = Annotated[
    DraftPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("CreateArticleResult", description="The draft, or why there is none."),
]
UpdateArticleResult = Annotated[
    UpdateArticlePayload | ValidationFailed | Forbidden | NotFound | VersionConflict | InvalidTransition,
    strawberry.union("UpdateArticleResult", description="The draft, or why nothing was saved."),
]
RevisionResult = Annotated[
    RevisionPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("RevisionResult", description="The revision, or why nothing was done."),
]
LockResult = Annotated[
    LockPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("LockResult", description="Who has the lock, or why nobody was asked."),
]
UnlockResult = Annotated[
    UnlockPayload | ValidationFailed | Forbidden,
    strawberry.union("UnlockResult", description="What was given up, or why nothing was."),
]
PresenceResult = Annotated[
    DraftPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("PresenceResult", description="The draft, with who is there, or why nothing was noted."),
]
WithdrawPresenceResult = Annotated[
    WithdrawPresencePayload | ValidationFailed | Forbidden,
    strawberry.union("WithdrawPresenceResult", description="What became of it, or why nothing was done."),
]
DeleteArticleResult = Annotated[
    DeleteArticlePayload | ValidationFailed | Forbidden | NotFound | VersionConflict | InvalidTransition,
    strawberry.union("DeleteArticleResult", description="What was deleted, or why nothing was."),
]


@strawberry.type
class EditingMutations:
    """What editors do to drafts."""

    @mutation("Make an article. It is a draft until it is published.")
    async def create_article(
        self,
        info: Info,
        input: Annotated[CreateArticleInput, argument("What it holds.")],  # noqa: A002
    ) -> CreateArticleResult:
        """Make a draft."""
        style = info.context.settings.slug_style
        draft = await editing.create_draft(info.context.viewer, content_of(input), slug_style=style)
        return payload(draft.id)

    @mutation("Make an article with the content of another's newest revision.")
    async def duplicate_article(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The other article.")],  # noqa: A002
    ) -> CreateArticleResult:
        """Make a draft like another."""
        style = info.context.settings.slug_style
        draft = await editing.duplicate(info.context.viewer, article_number("id", id), slug_style=style)
        return payload(draft.id)

    @mutation(
        "Make an article in another language, with the content that is to be translated. It is linked as TRANSLATION_OF"
        " the article, or of what that translates itself; its other links are left out."
    )
    async def translate_article(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
        language: Annotated[str, argument("The other language (BCP 47).")],
    ) -> CreateArticleResult:
        """Make a draft in another language."""
        style = info.context.settings.slug_style
        number = article_number("id", id)
        return payload((await editing.translate(info.context.viewer, number, language, slug_style=style)).id)

    @mutation("Save changes of an article's draft. What readers see stays until it is published again.")
    async def update_article(
        self,
        info: Info,
        input: Annotated[UpdateArticleInput, argument("What changes.")],  # noqa: A002
    ) -> UpdateArticleResult:
        """Save an edit."""
        saved = await editing.update_draft(
            info.context.viewer,
            article_number("id", input.id),
            edits_of(input),
            expected_version=input.expected_version,
            is_autosave=input.is_autosave,
            slug_style=info.context.settings.slug_style,
        )
        fields = [shown_field(name) for name in saved.merged_fields]
        return UpdateArticlePayload(draft=draft_row(saved.draft.id), merged_fields=fields)

    @mutation("Make a revision with the content of an earlier one.")
    async def restore_revision(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        number: Annotated[int, argument("The number of the earlier revision.")],
    ) -> DraftResult:
        """Go back to a revision."""
        draft = await editing.restore_revision(info.context.viewer, number=number, **at(input))
        return payload(draft.id)

    @mutation("Give a revision a name, or take it away.")
    async def name_revision(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
        number: Annotated[int, argument("The number of the revision.")],
        name: Annotated[str, argument("The name: at most 100 characters; empty for none.")],
    ) -> RevisionResult:
        """Name a revision."""
        revision = await editing.name_revision(info.context.viewer, article_number("id", id), number, name)
        return RevisionPayload(revision=Row("revision", revision.id))  # type: ignore[arg-type] # read later

    @mutation("Ask for a review.")
    async def submit_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
    ) -> DraftResult:
        """Ask for a review."""
        return payload((await reviewing.submit(info.context.viewer, **at(input))).id)

    @mutation("Answer a review: something is to be changed first.")
    async def request_changes(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        note: Annotated[str, argument("What is to be changed: 1 to 5,000 characters.")],
    ) -> DraftResult:
        """Ask for changes."""
        return payload((await reviewing.request_changes(info.context.viewer, note=note, **at(input))).id)

    @mutation("Say who shall go on with an article. Contributors may change what is assigned to them.")
    async def assign_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        user_id: Annotated[strawberry.ID | None, argument("Who; null is nobody in particular.")] = None,
    ) -> DraftResult:
        """Assign a draft."""
        return payload((await reviewing.assign(info.context.viewer, user_id=user_number(user_id), **at(input))).id)

    @mutation(
        "Say that the viewer has the draft open, and who else has. Send it every 20 seconds; a lock is over after 60."
        " It hinders nobody from saving."
    )
    async def lock_article(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
        take_over: Annotated[bool, argument("Take it from whoever has it.")] = False,
    ) -> LockResult:
        """Take or keep a lock."""
        held = await locks.hold(info.context.viewer, article_number("id", id), take_over=take_over)
        return LockPayload(
            is_own=held.is_own,
            user=Row("user_account", held.user_id),  # type: ignore[arg-type] # read later
            held_since=held.held_since,
            expires_at=held.expires_at,
        )

    @mutation("Give up the viewer's own lock.")
    async def unlock_article(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
    ) -> UnlockResult:
        """Give up a lock."""
        return UnlockPayload(was_held=await locks.release(info.context.viewer, article_number("id", id)))

    @mutation(
        "Say that the viewer has the draft before them. Send it every 20 seconds; after 60 without, they are gone"
        " from `Draft.presence`. Of more than 20 drafts, those told of the longest time ago are forgotten."
    )
    async def announce_presence(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
        is_editing: Annotated[bool, argument("Whether they change something, or only look.")] = False,
    ) -> PresenceResult:
        """Be seen."""
        number = article_number("id", id)
        await presence.announce(info.context.viewer, number, is_editing=is_editing)
        return payload(number)

    @mutation("Say that the viewer has closed the draft.")
    async def withdraw_presence(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
    ) -> WithdrawPresenceResult:
        """Be gone."""
        number = article_number("id", id)
        return WithdrawPresencePayload(was_there=await presence.withdraw(info.context.viewer, number))

    @mutation("Put an article into the trash. If it is public, it no longer is; what was planned for it is cancelled.")
    async def trash_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
    ) -> DraftResult:
        """Put a draft into the trash."""
        return payload((await trash.trash(info.context.viewer, **at(input))).id)

    @mutation("Get an article back from the trash. It is not public then, even if it was.")
    async def restore_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
    ) -> DraftResult:
        """Get a draft back."""
        return payload((await trash.restore(info.context.viewer, **at(input))).id)

    @mutation("Delete an article in the trash for ever, with all its revisions. If it was public, a tombstone stays.")
    async def delete_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
    ) -> DeleteArticleResult:
        """Delete a draft for ever."""
        await trash.delete(info.context.viewer, **at(input))
        return DeleteArticlePayload(id=input.id)
