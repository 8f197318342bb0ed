"""Importing an article from a page, and judging what the import was not sure of."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms.fetching import FetchRules
from cms.importers import desk, suggestions
from cms.importers.store import Outcome
from cms.settings import Settings
from cms.webhooks.addresses import AddressRules
from schema.article_inputs import ArticleInput, at
from schema.articles import DraftResult, Info, argument, draft_row, payload
from schema.newsroom import Draft
from schema.results import Forbidden, ValidationFailed, mutation


@strawberry.input(description="A page to import: one of `url`, `html` and `text`. `html` may have a `url` beside it.")
class ImportArticleInput:
    """An input."""

    url: str = strawberry.field(
        default="", description="The address of the page; beside `html`, where that is from, and nothing is fetched."
    )
    html: str = strawberry.field(default="", description="The HTML of the page.")
    text: str = strawberry.field(
        default="",
        description="The text of the page, as `cms import` reads it from .txt; as HTML if it begins as HTML does.",
    )


@strawberry.type(description="The draft that was made of a page, or was made of it before.")
class ImportArticlePayload:
    """A payload."""

    draft: Draft = strawberry.field(description="The draft. `evidence` and `suggestions` say what was read where.")
    is_new: bool = strawberry.field(description="Whether it was made now; if not, nothing of it was changed.")
    notes: list[str] = strawberry.field(description="What to look at: what was unsure, or could not be used.")


@strawberry.input(description="One of a draft's suggestions.")
class SuggestionInput(ArticleInput):
    """An input."""

    field: str = strawberry.field(description="The field, such as publishedAt, sourceId or credits.")
    value: str = strawberry.field(description="The suggested value, as `suggestions` has it.")


ImportArticleResult = Annotated[
    ImportArticlePayload | ValidationFailed | Forbidden,
    strawberry.union("ImportArticleResult", description="The draft, or why there is none."),
]


@strawberry.type
class ImportMutations:
    """Importing, and what follows it."""

    # Without a key: it must hold no transaction while it waits for the page, and a retry finds the draft by itself.
    @mutation("Import one article from a page as a draft. A page that was imported before is found.", takes_key=False)
    async def import_article(
        self,
        info: Info,
        input: Annotated[ImportArticleInput, argument("The page.")],  # noqa: A002
    ) -> ImportArticleResult:
        """Import a page."""
        settings = info.context.settings
        report = await desk.import_article(
            info.context.viewer,
            desk.Given(input.url, input.html, input.text),
            _rules(settings),
            slug_style=settings.slug_style,
        )
        return ImportArticlePayload(
            draft=draft_row(report.draft_id or 0), is_new=report.outcome is Outcome.MADE, notes=list(report.notes)
        )

    @mutation("Set what an import suggested for a field of a draft.")
    async def confirm_suggestion(
        self,
        info: Info,
        input: Annotated[SuggestionInput, argument("The suggestion.")],  # noqa: A002
    ) -> DraftResult:
        """Confirm a suggestion."""
        draft = await suggestions.confirm(info.context.viewer, field=input.field, value=input.value, **at(input))
        return payload(draft.id)

    @mutation("Take away what an import suggested for a field of a draft.")
    async def dismiss_suggestion(
        self,
        info: Info,
        input: Annotated[SuggestionInput, argument("The suggestion.")],  # noqa: A002
    ) -> DraftResult:
        """Dismiss a suggestion."""
        draft = await suggestions.dismiss(info.context.viewer, field=input.field, value=input.value, **at(input))
        return payload(draft.id)


def _rules(settings: Settings) -> FetchRules | None:
    """What may be fetched; None where addresses are switched off."""
    if not settings.import_urls:
        return None
    addresses = AddressRules.parse(
        settings.import_allowed_addresses, setting="CMS_IMPORT_ALLOWED_ADDRESSES", takes_http=True
    )
    return FetchRules(addresses, settings.import_max_bytes, settings.import_timeout_seconds)
