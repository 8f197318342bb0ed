"""The schema, put together."""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from cms.db import Database
from cms.settings import Settings
from schema.assets import AssetMutations
from schema.auth import AuthMutations
from schema.authors import AuthorMutations
from schema.bulk import BulkMutations
from schema.categories import CategoryMutations
from schema.collections import CollectionMutations
from schema.comparing import FIELD_CHANGES
from schema.documents import DocumentChecksFactory
from schema.editing import EditingMutations
from schema.endpoints import EndpointMutations
from schema.errors import QuietSchema
from schema.executor import make_executor
from schema.hot import HotMutations
from schema.importing import ImportMutations
from schema.plans import Plans
from schema.previews import PreviewMutations
from schema.publishing import PublishingMutations
from schema.queries import Query
from schema.redirects import RedirectMutations
from schema.references import ReferenceMutations
from schema.scalars import SCALARS
from schema.site import SiteMutations
from schema.sources import SourceMutations
from schema.subscriptions import Subscription
from schema.syndication import SyndicationMutations
from schema.tags import TagMutations
from schema.users import UserMutations


@strawberry.type
class VocabularyMutations(
    SourceMutations,
    AuthorMutations,
    TagMutations,
    CategoryMutations,
    CollectionMutations,
    ReferenceMutations,
    RedirectMutations,
    SiteMutations,
):
    """What editors do to the nouns that articles share."""


@strawberry.type(description="Everything that changes something. A refusal is an answer: select it from the union.")
class Mutation(
    AuthMutations,
    UserMutations,
    EditingMutations,
    ImportMutations,
    PublishingMutations,
    BulkMutations,
    SyndicationMutations,
    PreviewMutations,
    AssetMutations,
    EndpointMutations,
    HotMutations,
    VocabularyMutations,
):
    """The root of all mutations."""


PARTS: dict[str, Any] = {
    "query": Query,
    "mutation": Mutation,
    "subscription": Subscription,
    "types": FIELD_CHANGES,
    "config": StrawberryConfig(scalar_map=SCALARS),
}


def make_schema(database: Database, settings: Settings) -> strawberry.Schema:
    """The schema of a site, with the limits of its settings, answered from its database."""
    return QuietSchema(
        **PARTS,
        execution_context_class=make_executor(database, settings.max_cost, settings.asset_base_url),
        extensions=[DocumentChecksFactory(settings)],
    )


def make_plans(schema: strawberry.Schema, database: Database, settings: Settings) -> Plans:
    """The plans kept for a schema that `make_schema` made."""
    return Plans(schema._schema, database, settings.max_cost)  # noqa: SLF001 - Strawberry has no public name for it
