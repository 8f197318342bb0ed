"""What the site says of itself, for editors."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import site
from cms.site import SiteFields
from schema.content import Site
from schema.results import Forbidden, ValidationFailed, VersionConflict, mutation
from schema.vocabulary import Info, argument, optional, row


@strawberry.input(description="Changes of what the site says of itself. What is left out or null stays.")
class UpdateSiteInput:
    """An input."""

    expected_version: int = strawberry.field(
        description="The version that the changes begin with: 0 as long as nothing was said."
    )
    name: str | None = optional("Its name: 1 to 200 characters.")
    tagline: str | None = optional("Its motto: 300 characters at most; an empty text clears it.")
    url: str | None = optional("Its address: http or https.")
    language: str | None = optional("Its main language (BCP 47).")
    time_zone: str | None = optional("The time zone of its newsroom (IANA), such as Asia/Shanghai.")


@strawberry.type(description="The site as it is now.")
class SitePayload:
    """A payload."""

    site: Site = strawberry.field(description="The site.")


SiteResult = Annotated[
    SitePayload | ValidationFailed | Forbidden | VersionConflict,
    strawberry.union("SiteResult", description="The site, or why nothing was done."),
]


@strawberry.type
class SiteMutations:
    """What editors do to the site."""

    @mutation("Change what the site says of itself.")
    async def update_site(
        self,
        info: Info,
        input: Annotated[UpdateSiteInput, argument("What changes.")],  # noqa: A002
    ) -> SiteResult:
        """Change it."""
        fields = SiteFields(input.name, input.tagline, input.url, input.language, input.time_zone)
        changed = await site.update_site(info.context.viewer, fields, expected_version=input.expected_version)
        return SitePayload(site=row("site", changed.id))
